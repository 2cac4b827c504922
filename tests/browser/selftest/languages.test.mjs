import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digitSystems, foreignRun, isRightToLeft, ownName, scriptOf, shareInScript, strayWords } from '../languages.mjs';

test('scripts and directions', () => {
  for (const [lang, script, rtl] of [
    ['en', 'Latn', false], ['ar', 'Arab', true], ['ur', 'Arab', true], ['zh-Hans', 'Hans', false], ['vi', 'Latn', false],
    ['he', 'Hebr', true], ['ps', 'Arab', true], ['so', 'Latn', false], ['am', 'Ethi', false], ['not a tag', 'Latn', false],
  ]) {
    assert.equal(scriptOf(lang), script, lang);
    assert.equal(isRightToLeft(lang), rtl, lang);
  }
});

test('own names', () => {
  for (const [lang, name] of [['es', 'español'], ['ar', 'العربية'], ['vi', 'tiếng việt'], ['zh-Hans', '中文'], ['xx', null]]) {
    assert.equal(ownName(lang), name, lang);
  }
});

test('kinds of digits', () => {
  for (const [text, kinds] of [['none', 0], ['58 of 90', 1], ['٥٨', 1], ['58 ٥٨', 2], ['۵۸ ٥٨ 58', 3], ['५८', 1]]) {
    assert.equal(digitSystems(text).size, kinds, text);
  }
});

test('passages in another script', () => {
  for (const [text, lang, run] of [
    ['ماتيو reads out loud', 'ar', 'reads out loud'],
    ['مدرسة Cedar Hollow في المدينة', 'ar', null],
    ['Cedar مدرسة Hollow مدرسة School', 'ar', null],
    ['one 2 – two 3 three', 'ar', 'one two three'],
    ['اكتبوا إلى office@cedar-hollow.example', 'ar', null],
    ['中文学校', 'en', '中文学校'],
    ['中文', 'en', null],
    ['من كلمة إلى', 'es', 'من كلمة إلى'],
    ['読む ことが たのしい', 'ja', null],
  ]) assert.equal(foreignRun(text, lang), run, text);
  assert.equal(foreignRun('Ms. Elena Ortiz Vega', 'ar', { proper: true }), null);
});

test('words of another language', () => {
  for (const [text, lang, other] of [
    ['He reads to the class and we are proud of him', 'es', 'en'],
    ['He reads to the class and we are proud of him', 'en', undefined],
    ['The the the', 'es', undefined],
    ['El niño lee los libros que le gustan', 'en', 'es'],
    ['Con đọc sách to và rõ của lớp', 'vi', undefined],
    ['Em đọc sách và không sai những chữ khó', 'en', 'vi'],
    ['Lee con la maestra; no hay que hacer nada más', 'es', undefined],
  ]) assert.equal(strayWords(text, lang)?.lang, other, text);
});

test('share of letters in the script', () => {
  assert.equal(shareInScript('123 – !', 'ar'), 1);
  assert.equal(shareInScript('abcd', 'ar'), 0);
  assert.equal(shareInScript('ab', 'es'), 1);
});
