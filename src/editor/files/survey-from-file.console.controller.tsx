import { Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../common/clock.js';
import type { Locale } from '../../common/locale.js';
import { ConsoleController } from '../../staff/console-controller.js';
import { type ConsoleRequest, consoleContextOf, show } from '../../console/console-context.js';
import { Breadcrumbs, PageHead } from '../../console/headings.js';
import { ConsolePage } from '../../console/layout.page.js';
import { readPostedForm } from '../../console/posted-form.js';
import { bodyRules, TakesBody } from '../../http/bodies/takes-body.js';
import { emptySurveyForm } from '../../surveys/pages/survey-form.js';
import { SurveyFormPage } from '../../surveys/pages/survey-form.page.js';
import { texts } from '../../common/texts.js';
import { problemsOf } from '../draft/draft-problems.js';
import { FileForm, FoundReport } from './import.page.js';
import { postedValues } from '../frame/posted-values.js';
import { textOf } from '../draft/questionnaire-tree.js';
import { readQuestionnaireFile } from './read-questionnaire-file.js';

/** A new survey that begins with a questionnaire from elsewhere. */
@ConsoleController('surveys-from-file')
export class SurveyFromFileController {
  constructor(private readonly clock: Clock) {}

  @Get()
  form(@Res() reply: FastifyReply): void {
    this.showForm(reply, '', null);
  }

  @TakesBody(bodyRules.formWithFile)
  @Post()
  async read(@Req() request: ConsoleRequest, @Res() reply: FastifyReply): Promise<void> {
    const { fields, file } = await readPostedForm(request);
    const text = postedValues(fields)['text'] ?? '';
    const context = consoleContextOf(reply);
    const read = readQuestionnaireFile(file.trim() ? file : text, context.locale);
    if ('error' in read) {
      this.showForm(reply, text, read.error);
      return;
    }
    const languages = read.languages.length > 0 ? read.languages : emptySurveyForm.languages;
    const values = {
      ...emptySurveyForm,
      languages,
      titles: { ...emptySurveyForm.titles, ...titlesIn(languages, read.title) },
      questionnaire: JSON.stringify(read.draft, null, 2),
      notes: JSON.stringify(read.notes),
    };
    const found = {
      draft: read.draft,
      notes: read.notes,
      problems: problemsOf(read.draft, languages, 'identified'),
    };
    show(
      reply,
      <SurveyFormPage
        context={context}
        values={values}
        errors={{}}
        problems={[]}
        survey={null}
        now={this.clock.now()}
        above={<FoundReport found={found} locale={context.locale} />}
      />,
    );
  }

  private showForm(reply: FastifyReply, text: string, error: string | null): void {
    const context = consoleContextOf(reply);
    const t = texts('editor', context.locale).import;
    const crumb = { label: texts('surveys', context.locale).title, href: '/console/surveys' };
    show(
      reply,
      <ConsolePage context={context} title={t.newTitle} section="surveys">
        <Breadcrumbs crumbs={[crumb]} locale={context.locale} />
        <PageHead title={t.newTitle} lead={t.newLead} />
        <div class="narrow">
          <FileForm action="/console/surveys-from-file" text={text} error={error} locale={context.locale} />
        </div>
      </ConsolePage>,
      error === null ? 200 : 422,
    );
  }
}

/** The form's title in each language; where the file has none in it, one to translate. */
function titlesIn(languages: readonly Locale[], title: unknown): Partial<Record<Locale, string>> {
  return Object.fromEntries(languages.map((language) => [language, textOf(title, language).slice(0, 200)]));
}
