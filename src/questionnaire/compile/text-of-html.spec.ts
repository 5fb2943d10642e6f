import { expect, test } from '@jest/globals';
import { countedSteps } from '../../../test/support/counted-pattern.js';
import { textOfHtml } from './text-of-html.js';

test.each([
  ['plain & simple', 'plain & simple'],
  ['Eins\n\nZwei', 'Eins\n\nZwei'],
  [
    '<h2>Hallo</h2><p>Eins <b>fett</b>,\n zwei</p><p>Drei<br/>vier</p>',
    'Hallo\n\nEins fett, zwei\n\nDrei\nvier',
  ],
  ['<ul><li>a</li>\n<li>b</li></ul>Ende', '– a\n– b\n\nEnde'],
  ['M&uuml;ller &amp; &#8222;S&#xF6;hne&ldquo; &unknown;', 'Müller & „Söhne“ &unknown;'],
  ['&frac12; &Zcaron;&oelig; &AMP;&Amp; &ampx', '½ Žœ &&Amp; &ampx'],
  ['<style>p{}</style><SCRIPT>alert(1)</SCRIPT>da<!-- nicht -->', 'da'],
  ['<a href="javascript:alert(1)" onclick="x">Link</a><img src=x onerror=y>', 'Link'],
  ['&lt;script&gt;', '<script>'],
  ['3 < 4 > 2', '3 < 4 > 2'],
  ['&#0;&#xD800;&#x110000;x', 'x'],
  ['<script>never closed', ''],
])('%j reads %j', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

test.each(['<', '<a ', '<!--', '&', '&#', '<p>', ' \n', '<script>'])(
  'looks at each character of a text of nothing but %j only so often',
  (piece) => {
    const steps = (length: number) =>
      countedSteps(() => {
        textOfHtml(piece.repeat(length));
      });
    expect(steps(2000)).toBeLessThan(5 * steps(500));
  },
);
