const paragraph =
  'Unser Netzwerk lebt von den Menschen, die Partnerschaften zwischen Städten und Gemeinden tragen: in den Verwaltungen, in Vereinen, in Schulen. Wir möchten wissen, was Ihnen die Arbeit erleichtert, was Ihnen fehlt und wovon Sie sich mehr wünschen. Ihre Antworten entscheiden mit, worauf wir unsere Kraft im nächsten Jahr verwenden.';

/** Own words of an invitation so long that its HTML has about as many bytes as wanted. */
export async function wordsFor(product, surveyId, htmlBytes) {
  let words = { body: `{{greeting}},\n\n${paragraph}\n\n{{link}}` };
  let letter = await product.letterOf(surveyId, words);
  for (let count = 1; sizeOf(letter) < htmlBytes && words.body.length < 19_000; count += 1) {
    words = { body: `{{greeting}},\n\n${Array(count).fill(paragraph).join('\n\n')}\n\n{{link}}` };
    letter = await product.letterOf(surveyId, words);
  }
  return { words, letter, htmlBytes: sizeOf(letter) };
}

function sizeOf({ html }) {
  return html.reduce(
    (bytes, piece) => bytes + (typeof piece === 'string' ? Buffer.byteLength(piece) : 60),
    0,
  );
}
