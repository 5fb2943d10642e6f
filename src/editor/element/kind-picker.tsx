import type { ConsoleLocale } from '../../common/locale.js';
import { kindGroups } from '../../questionnaire/kinds/kind-offer.js';
import { texts } from '../../common/texts.js';
import { Drawing } from '../frame/editor-icons.js';
import { questionKinds } from './question-kinds.js';

interface Props {
  /** Where the new question is to stand, `within@index`. */
  gap: string;
  /** The kind chosen last: reached first. */
  last: string | null;
  base: string;
  locale: ConsoleLocale;
}

/** Every kind of question with its drawing, its name and one sentence, by group. */
export function KindPicker({ gap, last, base, locale }: Props) {
  const t = texts('editor', locale);
  const words = texts('question-kinds', locale);
  return (
    <div class="kind-picker" id="kind-picker">
      <div class="form-head">
        <h2>{t.chooseKind}</h2>
        <a class="button button-quiet" href={base}>
          {t.cancel}
        </a>
      </div>
      {kindGroups.map((group) => (
        <section key={group} class="kind-group">
          <h3>{words.groups[group]}</h3>
          <ul>
            {questionKinds
              .filter((kind) => kind.group === group)
              .map(({ id, drawing }) => {
                const [name, sentence] = words.kinds[id];
                return (
                  <li key={id}>
                    <a
                      href={`${base}?add=${gap}&kind=${id}`}
                      class="kind"
                      data-kind={id}
                      data-last={id === last ? 'yes' : undefined}
                    >
                      <Drawing path={drawing} />
                      <span>
                        <span class="kind-name">{name}</span>
                        <span class="hint">{sentence}</span>
                      </span>
                    </a>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}
