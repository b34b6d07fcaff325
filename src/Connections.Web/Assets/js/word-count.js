import { CharacterCount } from 'govuk-frontend';

// The same rule as WordCount.cs: a run of characters that are not spaces and hold a letter or a digit is a word,
// and every Chinese or Japanese character is one by itself.
const ideographs = '\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff';
const word = new RegExp(`[${ideographs}]|[^\\s${ideographs}]*(?![${ideographs}])[\\p{L}\\p{N}][^\\s${ideographs}]*`, 'gu');

/** Says how many words are left, with the sentences the page brings along. */
export class WordCount extends CharacterCount {
  constructor(root) {
    // The count made by the server would grow old as one types, so the limit alone stays for screen readers.
    root.querySelector('.word-count').textContent = '';
    super(root);
  }

  updateCount() {
    this.count = (this.$textarea.value.match(word) ?? []).length;
  }
}
