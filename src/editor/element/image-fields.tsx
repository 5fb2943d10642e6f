import type { ConsoleLocale } from '../../common/locale.js';
import { Submit } from '../../console/actions.js';
import { SelectField, TextField } from '../../console/fields.js';
import { StepFields } from '../frame/editor-frame.js';
import { texts } from '../../common/texts.js';
import { isNode, nameOf, type Node, textOf } from '../draft/questionnaire-tree.js';

interface Props {
  node: Node;
  at: string;
  number: number;
  base: string;
  locale: ConsoleLocale;
}

/** The pictures of a choice of pictures, and the form that uploads one. */
export function ImageFields({ node, at, number, base, locale }: Props) {
  const t = texts('editor', locale).image;
  const choices = (Array.isArray(node['choices']) ? node['choices'] : []).filter(isNode).map((choice) => ({
    value: String(choice['value']),
    label: textOf(choice['text'], locale) || String(choice['value']),
    image: textOf(choice['imageLink'], locale),
  }));
  if (choices.length === 0) return <p class="muted">{t.noChoices}</p>;
  return (
    <section class="image-fields">
      <ul class="image-list">
        {choices.map(({ value, label, image }) => (
          <li key={value}>
            {/^\/images\/[0-9a-f]{64}$/.test(image) ? (
              <img src={image} alt="" loading="lazy" />
            ) : (
              <span class="image-none muted">{t.without}</span>
            )}
            <span>{label}</span>
          </li>
        ))}
      </ul>
      <form method="post" action={`${base}/images`} encType="multipart/form-data" class="form">
        <h3>{t.title}</h3>
        <StepFields number={number} at={at} was={nameOf(node)} />
        <SelectField
          name="choice"
          label={t.for}
          options={choices}
          value={choices.find(({ image }) => image === '')?.value ?? ''}
        />
        <TextField
          name="image"
          label={t.file}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
        />
        <Submit look="secondary">{t.upload}</Submit>
      </form>
    </section>
  );
}
