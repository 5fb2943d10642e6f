import { describe, expect, test } from '@jest/globals';
import type { AnswerForm } from '../../questionnaire/answers/read/answer-fields.js';
import { checkPage, checkWhole } from '../../questionnaire/answers/check/check-answers.js';
import { compileQuestionnaire } from '../../questionnaire/compile/compile-questionnaire.js';
import type { Answers } from '../../questionnaire/answers/answers.js';
import type { QuestionnairePlan } from '../../questionnaire/plan/questionnaire-plan.js';
import { evaluateQuestionnaire } from '../../questionnaire/answers/state/evaluate-questionnaire.js';
import { everyQuestion } from '../../../test/support/every-question.js';
import { renderClosed } from './closed.page.js';
import { renderQuestionnaire } from './questionnaire.page.js';
import type { QuestionnaireView } from '../questionnaire-view.js';
import type { RespondentSurvey } from '../../respondents/respondent-survey.js';
import { renderThankYou } from './thank-you.page.js';
import { renderUnsubscribe } from '../../opt-outs/pages/unsubscribe.page.js';
import { renderWrongLink } from '../../respondents/wrong-link.page.js';

const survey: RespondentSurvey = {
  title: { de: 'Umfrage', en: 'Survey' },
  senderName: 'Netzwerkbüro',
  senderEmail: 'office@example.org',
  privacy: 'identified',
  textsStayWithAnswers: false,
  closingDate: 'Freitag, 12. November 2027, 23:59 Uhr',
  closingDay: 'Freitag, 12. November',
  mayChange: false,
  privacyUrl: 'https://example.org/datenschutz',
  imprintUrl: null,
  languages: ['de', 'en'],
};

const plan = compileQuestionnaire(
  {
    pages: [
      {
        title: { de: 'Zu Ihnen', en: 'About you' },
        elements: [
          { type: 'text', name: 'mail', inputType: 'email', isRequired: true, description: 'Dienstlich' },
          { type: 'text', name: 'years', inputType: 'number', max: 2.5 },
          { type: 'radiogroup', name: 'role', title: 'Rolle', choices: ['a', 'b'], showOtherItem: true },
        ],
      },
      {
        elements: [
          {
            type: 'rating',
            name: 'scale',
            rateMax: 3,
            minRateDescription: 'schlecht',
            maxRateDescription: 'gut',
          },
          { type: 'matrix', name: 'grid', columns: ['x', 'y'], rows: ['r', 's'], eachRowRequired: true },
          {
            type: 'checkbox',
            name: 'list',
            choices: ['ö', 'z', 'a'],
            choicesOrder: 'asc',
            showNoneItem: true,
          },
          { type: 'comment', name: 'words' },
        ],
      },
    ],
  },
  ['de', 'en'],
  { privacy: 'identified' },
);

const stateAt = (of: QuestionnairePlan, answers: Answers = {}) =>
  evaluateQuestionnaire(of, answers, {
    person: { town: 'Soest' },
    now: new Date('2027-10-01T10:00:00Z'),
    timeZone: 'Europe/Berlin',
    seed: 'one person',
  });

const errorsOf = (of: QuestionnairePlan, pageIndex: number, form: AnswerForm) =>
  checkPage(stateAt(of), pageIndex, form, 'de').errors;

function render({
  answers,
  of = plan,
  ...given
}: Partial<QuestionnaireView> & { answers?: Answers; of?: QuestionnairePlan } = {}): string {
  const view = {
    survey,
    state: stateAt(of, answers),
    pageIndex: 0,
    errors: [],
    locale: 'de' as const,
    action: '/u/t',
    carried: null,
  };
  return renderQuestionnaire({ ...view, notice: null, ...given });
}

/** The start tag of the element with this id. */
function tag(html: string, id: string): string {
  return new RegExp(`<[a-z]+[^>]* id="${id}"[^>]*>`).exec(html)?.[0] ?? '';
}

describe('a page of the questionnaire', () => {
  test('lets a text of another language run its own way', () => {
    const html = render({ notice: { ar: 'مرحبا' } });
    expect(html).toContain('<span lang="ar" dir="rtl">مرحبا</span>');
    expect(html).toContain('<html lang="de" dir="ltr">');
  });

  test('says where it is in its title, and has one heading of the first level', () => {
    expect(render()).toContain('<title>Seite 1 von 2 – Umfrage</title>');
    expect(render({ locale: 'en', pageIndex: 1 })).toContain('<title>Page 2 of 2 – Survey</title>');
    for (const pageIndex of [0, 1]) expect(render({ pageIndex }).match(/<h1/g)).toHaveLength(1);
    expect(() => render({ pageIndex: 2 })).toThrow(RangeError);
  });

  test('begins with closing date, duration and what becomes of the answers', () => {
    const html = render();
    expect(html).toContain('Freitag, 12. November 2027, 23:59 Uhr');
    expect(html).toContain('Wir speichern, wer welche Antworten gegeben hat.');
    expect(render({ survey: { ...survey, privacy: 'anonymous' } })).toContain('Diese Umfrage ist anonym');
    expect(render({ pageIndex: 1 })).not.toContain('12. November');
  });

  test('asks for nothing from elsewhere, and runs a script only where one helps', () => {
    const html = render() + render({ pageIndex: 1 });
    expect(html).not.toMatch(/<iframe|<img| style="| on[a-z]+="/i);
    const lines = {
      elements: [
        { type: 'text', name: 'town' },
        { type: 'checkbox', name: 'list', choices: ['a'] },
      ],
    };
    const of = compileQuestionnaire(lines, ['de'], { privacy: 'identified' });
    expect(render({ of, carried: '{}' })).not.toContain('<script');
    const loaded = [...html.matchAll(/<link[^>]* href="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(loaded.every((url) => /^(\/assets\/[a-z.]+\?v=[\w-]{10}$|data:image)/.test(url))).toBe(true);
  });

  test('shows kept answers again', () => {
    const html = render({
      answers: { mail: 'a@example.org', years: 1.5, role: 'other', 'role-Comment': 'Ehrenamt' },
    });
    expect(tag(html, 'q0_0')).toContain('value="a@example.org"');
    expect(tag(html, 'q0_1')).toContain('value="1,5"');
    expect(tag(html, 'q0_2-other')).toContain('checked');
    expect(tag(html, 'q0_2-words')).toContain('value="Ehrenamt"');
    const second = render({
      pageIndex: 1,
      answers: { scale: 2, grid: { s: 'y' }, list: ['a', 'z'], words: '\nDanke' },
    });
    expect(tag(second, 'q1_0-1')).toContain('checked');
    expect(tag(second, 'q1_1-1-1')).toContain('checked');
    expect(second.match(/ checked/g)).toHaveLength(4);
    expect(second).toMatch(/<textarea[^>]*>\n\nDanke<\/textarea>/);
  });

  test('sends the language along with what was typed, and Enter never changes the language', () => {
    const html = render({ posted: { 'q.mail': 'half@', page: '0' } });
    expect(tag(html, 'q0_0')).toContain('value="half@"');
    expect(html).toMatch(/<button[^>]* form="questionnaire" name="lang" value="en" lang="en"/);
    expect(/<button[^>]*>/.exec(html)?.[0]).toContain('name="go" value="next"');
    expect(render({ survey: { ...survey, languages: ['de'] } })).not.toContain('name="lang"');
  });

  test('offers back from the second page on and submits on the last', () => {
    expect(render()).not.toContain('value="back"');
    expect(render({ pageIndex: 1 })).toMatch(/value="submit"[^>]*>Antworten absenden.*value="back"/s);
  });

  test('carries the answers of other pages where nothing is kept', () => {
    const html = render({ carried: '{"scale":2,"words":"\\"><b>"}' });
    expect(html).toContain('name="carried" value="{&quot;scale&quot;:2');
    expect(html).not.toContain('<b>');
  });

  test('names both ends of a scale, and sorts choices in the language of the page', () => {
    const html = render({ pageIndex: 1 });
    expect(html).toContain('1 = schlecht');
    expect(html).toContain('3 = gut');
    expect([...html.matchAll(/name="q\.list" value="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'a',
      'ö',
      'z',
      'none',
    ]);
  });

  test('tells the browser whose address is asked for, and marks what is in another language', () => {
    expect(tag(render(), 'q0_0')).toContain('autocomplete="email"');
    expect(render({ locale: 'en' })).toContain('<span lang="de">Rolle</span>');
    expect(render({ locale: 'de' })).not.toContain('<span lang="de">Rolle');
  });
});

describe('a page with conditions', () => {
  const of = compileQuestionnaire(everyQuestion, ['de', 'en'], { privacy: 'identified' });
  const planIn = (html: string): unknown =>
    JSON.parse(/<script type="application\/json" id="plan">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null');

  test('hides what may appear while it is filled in, and says what is shown', () => {
    expect(tag(render({ of }), 'e0_5')).toContain('hidden');
    expect(tag(render({ of, answers: { role: 'volunteer' } }), 'e0_5')).not.toContain('hidden');
    expect(render({ of })).toContain('name="shown" value="0.0 0.1 0.2 0.3 0.4 0.7 0.8 0.9 0.10"');
  });

  test('hides a panel as a whole, so that it comes back as a whole', () => {
    const html = render({ of });
    expect(tag(html, 'e0_6')).toContain('hidden');
    expect(tag(html, 'e0_6_0')).not.toContain('hidden');
  });

  test('tells the script no more than this page needs', () => {
    const html = render({ of, answers: { consent: true } });
    expect(planIn(html)).toMatchObject({
      plan: { values: {}, fields: { role: { as: 'one' }, years: { as: 'number' } } },
    });
    expect(html).not.toContain('consent');
  });

  test('puts earlier answers into its texts, and renews those of its own', () => {
    expect(render({ of, pageIndex: 1, answers: { name: 'Ada' } })).toContain('Ihre Meinung, Ada');
    expect(render({ of, answers: { role: 'volunteer' } })).toContain(
      'Warum <span data-pipe="role">ehrenamtlich</span>?',
    );
  });

  test('leaves out what cannot appear before the next page', () => {
    const later = compileQuestionnaire(
      {
        pages: [
          { elements: [{ type: 'boolean', name: 'a' }] },
          {
            elements: [
              { type: 'text', name: 'b', visibleIf: '{a} = true' },
              { type: 'text', name: 'c' },
            ],
          },
        ],
      },
      ['de'],
      { privacy: 'identified' },
    );
    expect(render({ of: later, pageIndex: 1 })).not.toContain('q.b');
    expect(render({ of: later, pageIndex: 1, answers: { a: true } })).toContain('q.b');
  });
});

describe('what is wrong', () => {
  const posted = { 'q.mail': 'nobody', 'q.role': 'other' };
  const html = render({ posted, errors: errorsOf(plan, 0, posted) });

  test('is summed up on top, focused, and leads to each field', () => {
    expect(html).toContain('<title>Fehler: Seite 1 von 2 – Umfrage</title>');
    expect(html).toMatch(/<div class="summary" role="alert" tabindex="-1" autofocus/);
    expect(html).toContain('Bitte prüfen Sie 2 Angaben');
    const targets = [...html.matchAll(/href="#(q[^"]*)"/g)].map((match) => match[1] ?? '');
    expect(targets).toEqual(['q0_0', 'q0_2-words']);
    for (const target of targets) expect(tag(html, target)).not.toBe('');
  });

  test('is said beside the field and tied to it', () => {
    expect(tag(html, 'q0_0')).toContain('aria-describedby="q0_0-hint q0_0-error"');
    expect(tag(html, 'q0_0')).toContain('aria-invalid="true"');
    expect(tag(html, 'q0_2-words')).toContain('aria-describedby="q0_2-words-error"');
    expect(tag(html, 'q0_0-error')).not.toBe('');
  });

  test('in a matrix is said in its row', () => {
    const form = { 'q.grid.r': 'x' };
    const second = render({ pageIndex: 1, posted: form, errors: errorsOf(plan, 1, form) });
    expect(second).toContain('href="#q1_1-1-0"');
    expect(tag(second, 'q1_1-1-0')).toContain('aria-describedby="q1_1-1-error"');
    expect(tag(second, 'q1_1-0-0')).not.toContain('aria-describedby');
  });

  test('on other pages is not shown here', () => {
    const errors = checkWhole(stateAt(plan), 'de').errors;
    expect(render({ errors })).toContain('Hier fehlt noch eine Antwort');
    const onlyElsewhere = errors.filter((error) => error.pageIndex === 1);
    expect(onlyElsewhere).not.toEqual([]);
    expect(render({ errors: onlyElsewhere })).not.toMatch(/Fehler|fehlt|role="alert"/);
  });
});

describe('hostile words', () => {
  const evil = `"'><script>alert(1)</script><img src=x onerror=alert(2)>`;
  const text = { de: evil };
  const sender = {
    ...survey,
    senderName: evil,
    title: text,
    closingDate: evil,
    privacyUrl: 'javascript:alert(3)',
  };
  const evilPlan = compileQuestionnaire(
    {
      title: evil,
      description: evil,
      completedHtml: evil,
      pages: [
        {
          title: evil,
          elements: [
            { type: 'text', name: evil, title: evil, description: evil, placeholder: evil },
            {
              type: 'radiogroup',
              name: 'r',
              title: evil,
              choices: [{ value: evil, text: evil }],
              showOtherItem: true,
              otherText: evil,
            },
            { type: 'dropdown', name: 'd', choices: [evil], placeholder: evil },
            {
              type: 'rating',
              name: 's',
              rateValues: [{ value: 1, text: evil }, 2],
              minRateDescription: evil,
            },
            { type: 'matrix', name: 'm', columns: [evil], rows: [evil], eachRowRequired: true },
            { type: 'comment', name: 'c', isRequired: true, requiredErrorText: evil },
            { type: 'html', name: 'h', html: evil },
          ],
        },
      ],
    },
    ['de'],
    { privacy: 'identified' },
  );
  const form = { [`q.${evil}`]: evil, 'q.r': evil, 'q.r-Comment': evil, 'q.d': evil };
  const pages = {
    questionnaire: renderQuestionnaire({
      ...{ survey: sender, state: stateAt(evilPlan), pageIndex: 0, posted: form, locale: 'de' },
      ...{ errors: errorsOf(evilPlan, 0, form), action: evil, carried: evil, notice: { de: evil } },
    }),
    'thank-you': renderThankYou({ survey: sender, completedText: text, locale: 'de' }),
    closed: renderClosed({ survey: sender, kept: null, locale: 'de' }),
    unsubscribe: renderUnsubscribe({ step: 'ask', sender, action: evil, locale: 'de' }),
  };

  test.each(Object.entries(pages))('stay words on the page %s', (_, html) => {
    expect(html).toContain('&lt;script');
    expect(withoutOwnScripts(html)).not.toMatch(/<script|<img|javascript:/i);
    const outsideOfQuotes = html.replaceAll(/="[^"]*"/g, '');
    expect(outsideOfQuotes).not.toMatch(/<[^>]* on[a-z]+=/i);
  });
});

describe('the other pages', () => {
  test('thank people, with the survey’s own words in paragraphs', () => {
    const html = renderThankYou({ survey, completedText: { de: 'Eins\n\nZwei' }, locale: 'de' });
    expect(html).toContain('Ihre Antworten sind bei uns angekommen.');
    expect(html).toMatch(/<p class="words">Eins<\/p><p class="words">Zwei<\/p>/);
    expect(html).toContain('href="?lang=en"');
  });

  test('say that the survey is over, or that the link is wrong, and nothing about anybody', () => {
    expect(renderClosed({ survey, kept: null, locale: 'en' })).toContain('This survey has ended');
    expect(renderWrongLink({ locale: 'de' })).not.toContain('example.org');
  });

  test('ask before unsubscribing and offer the way back', () => {
    const at = (step: 'ask' | 'done' | 'undone') =>
      renderUnsubscribe({ step, sender: survey, action: '/unsubscribe/t', locale: 'de' });
    expect(at('ask')).toMatch(
      /<form[^>]* method="post" action="\/unsubscribe\/t".*name="go" value="unsubscribe"/s,
    );
    expect(at('done')).toContain('name="go" value="undo"');
    expect(at('undone')).not.toContain('<form');
  });

  test('name the sender and the way to privacy notice and imprint', () => {
    const html = renderClosed({
      survey: { ...survey, imprintUrl: 'https://example.org/impressum' },
      kept: null,
      locale: 'de',
    });
    expect(html).toContain('href="mailto:office@example.org"');
    expect(html).toContain('href="https://example.org/datenschutz"');
    expect(html).toContain('href="https://example.org/impressum"');
  });
});

/** Without the bundled script and the data block for it, which holds no end of a tag. */
function withoutOwnScripts(html: string): string {
  return html
    .replace(/<script src="\/assets\/survey(-conditions)?\.js\?v=[\w-]{10}" defer><\/script>/, '')
    .replace(/<script type="application\/json" id="plan">[^<]*<\/script>/, '');
}
