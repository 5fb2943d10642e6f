/** Limits that the survey sets for all of its texts. */
export interface TextLimits {
  /** SurveyJS' maxTextLength. */
  text: number | null;
  /** SurveyJS' maxCommentLength, for the words of „Sonstiges“. */
  other: number | null;
}
