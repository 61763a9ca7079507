import assert from 'node:assert/strict';
import { clip, clipBytes, escaped, literal, paragraphs } from '#cards/outside.ts';

describe('outside text', () => {
  it('can’t use the date functions of clients, nor turn the direction of writing', () => {
    assert.equal(literal('{{{DATE(x)}}'), '{\u2060{\u2060{DATE(x)}}');
    assert.equal(literal('a\u202eb\u0000c\r\nd\te'), 'abc\nd e');
  });

  it('is no markdown when escaped', () => {
    assert.equal(escaped('[a](b) **c** _d_'), '\\[a\\]\\(b\\) \\*\\*c\\*\\* \\_d\\_');
    assert.equal(escaped('# a\n- b\n1. c'), '\\# a\n\\- b\n1\\. c');
    assert.equal(escaped('48.500 €'), '48.500 €');
  });

  it('is clipped between characters', () => {
    assert.equal(clip('abc', 3), 'abc');
    assert.equal(clip('abcd', 3), 'ab…');
    assert.equal(clip('a💼💼', 3), 'a…');
    assert.equal(clipBytes('жжж', 6), 'жжж');
    assert.equal(clipBytes('жжжж', 7), 'жж…');
  });

  it('is shown by lines, the last one holding the rest', () => {
    assert.deepEqual(paragraphs('a\n\n b \nc\nd', 100, 3), ['a', 'b', 'c d']);
    assert.deepEqual(paragraphs('  \n ', 100, 3), []);
  });
});
