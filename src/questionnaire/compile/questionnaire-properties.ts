/**
 * SurveyJS' property names (survey-core 3.1, https://surveyjs.io/form-library/documentation) as far as
 * they concern us: old spellings, what may be passed over, and why the best known others are refused.
 * What each type supports stands with its compiler; supported-properties.ts tells them all.
 */

/** Old spelling to present one. */
export const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    questions: 'elements',
    hasOther: 'showOtherItem',
    hasNone: 'showNoneItem',
    hasSelectAll: 'showSelectAllItem',
    hasComment: 'showCommentArea',
    isAllRowRequired: 'eachRowRequired',
    optionsCaption: 'placeholder',
    placeHolder: 'placeholder',
    otherPlaceHolder: 'otherPlaceholder',
    autoComplete: 'autocomplete',
    mininumRateDescription: 'minRateDescription',
    maximumRateDescription: 'maxRateDescription',
    rateDisplayMode: 'rateType',
    requiredText: 'requiredMark',
    questionsOrder: 'questionOrder',
    rowsOrder: 'rowOrder',
    maxOthersLength: 'maxCommentLength',
    firstPageIsStarted: 'firstPageIsStartPage',
    maxTimeToFinish: 'timeLimit',
    maxTimeToFinishPage: 'timeLimitPerPage',
    goNextPageAutomatic: 'autoAdvanceEnabled',
  }),
);

/** Looks and browser behaviour that our pages settle themselves; left out without a word. */
export const cosmetic: ReadonlySet<string> = new Set(
  `$schema sjsVersion logo logoWidth logoHeight logoFit logoPosition width minWidth maxWidth widthMode
  fitToContainer headerView backgroundImage backgroundImageFit backgroundImageAttachment backgroundOpacity
  showBrandInfo gridLayoutEnabled gridLayoutColumns colSpan effectiveColSpan startWithNewLine indent innerIndent
  showTitle showPageTitles showProgressBar progressBarLocation progressBarType progressBarShowNavigationText
  progressBarShowPageNumbers progressBarNavigationTextLocation progressBarInheritWidthFrom showTOC tocLocation
  showPageNumbers showQuestionNumbers showNumber hideNumber questionStartIndex questionTitleLocation
  questionTitlePattern questionTitleWidth questionDescriptionLocation questionErrorLocation titleLocation
  descriptionLocation errorLocation requiredMark navigationButtonsLocation navigationTitle navigationDescription
  startSurveyText pagePrevText pageNextText completeText previewText editText loadingHtml completedBeforeHtml
  autoFocusFirstQuestion autoFocusFirstError textUpdateMode autoGrowComment allowResizeComment commentAreaRows
  autoGrow allowResize acceptCarriageReturn cols inputSize inputTextAlignment minErrorText maxErrorText
  stepErrorText useDisplayValuesInDynamicTexts defaultDisplayValue
  commentText commentPlaceholder colCount itemComponent separateSpecialChoices allowClear searchEnabled
  searchMode textWrapEnabled hideIfChoicesEmpty displayMode renderAs swapOrder useTitleAsLabel scaleColorMode
  rateColorMode displayRateDescriptionsAsExtremeItems rateDescriptionLocation columnMinWidth showHeader
  verticalAlign alternateRows rowTitleWidth hideIfRowsEmpty state surveyId surveyPostId surveyShowDataSaving
  noneText otherText otherErrorText otherPlaceholder selectAllText refuseText dontKnowText cookieName
  partialSendEnabled autoAdvanceAllowComplete validateVisitedEmptyFields columnColCount horizontalScroll
  cellErrorLocation detailErrorLocation transposeData columnLayout cellHint itemErrorLocation itemTitleWidth
  selectToRankAreasLayout selectToRankSwapAreas selectToRankEmptyRankedAreaText longTap
  selectToRankEmptyUnrankedAreaText imageFit imageHeight imageWidth minImageWidth minImageHeight maxImageWidth
  maxImageHeight closeOnSelect hideSelectedItems allowAdaptiveActions regionalFormat matrixDragHandleArea
  keyDuplicationError`.split(/\s+/),
);

interface Reason {
  why: string;
  /** A value that changes nothing, often SurveyJS' default written out; a list where there are several. */
  harmless?: unknown;
}

const condition: Reason = { why: 'is a condition that is not supported here; please remove it.' };
const timer: Reason = {
  why: 'limits the time to answer, which is not supported; please remove it.',
  harmless: 0,
};
const specialChoice: Reason = { why: 'is not supported; please add an ordinary choice instead.' };
const computed: Reason = {
  why: 'presets a value, which is not supported; please remove it.',
};
const total: Reason = {
  why: 'adds up a column, which is not supported; please use a question of type expression.',
  harmless: 'none',
};
const legacy: Reason = { why: 'is not supported; please write the whole condition as expression.' };
const loaded: Reason = {
  why: 'takes choices from elsewhere, which is not supported; please list the choices.',
};

export const reasons: ReadonlyMap<string, Reason> = new Map(
  Object.entries<Reason>({
    visibleIf: condition,
    enableIf: condition,
    requiredIf: condition,
    resetValueIf: condition,
    setValueIf: condition,
    choicesVisibleIf: condition,
    choicesEnableIf: condition,
    columnsVisibleIf: condition,
    rowsVisibleIf: condition,
    navigateToUrlOnCondition: condition,
    setValueExpression: computed,
    defaultValueExpression: computed,
    defaultValue: computed,
    defaultRowValue: computed,
    totalType: total,
    totalExpression: total,
    operator: { ...legacy, harmless: 'equal' },
    value: legacy,
    visible: { why: 'hides it from everybody; please remove the element instead.', harmless: true },
    readOnly: { why: 'makes it impossible to answer; please remove it.' },
    mode: { why: 'must be "edit"; other modes are not supported.', harmless: 'edit' },
    notificationType: { why: 'must be "error"; other kinds are not supported.', harmless: 'error' },
    validators: { why: 'are not possible here; please remove them.' },
    randomize: { why: 'must be true; use questionOrder for a fixed order.', harmless: true },
    isExclusive: { why: 'is not supported; please use showNoneItem.' },
    contentMode: { why: 'must be "image"; other contents are not supported.', harmless: 'image' },
    useGrouping: { why: 'must be true: numbers are written as the language has them.', harmless: true },
    detailPanelMode: { why: 'must be "none"; other modes are not supported.', harmless: 'none' },
    maskType: { why: 'is not supported; please remove it.', harmless: 'none' },
    valueName: { why: 'shares answers between questions, which is not supported; please remove it.' },
    showCommentArea: { why: 'is not supported; please add a question of type comment.' },
    showOtherItem: specialChoice,
    showNoneItem: specialChoice,
    showSelectAllItem: specialChoice,
    showRefuseItem: specialChoice,
    showDontKnowItem: specialChoice,
    storeOthersAsComment: {
      why: 'must be true: the words for "other" are kept beside the answer.',
      harmless: true,
    },
    choicesByUrl: loaded,
    choicesFromQuestion: loaded,
    choicesMin: { ...loaded, harmless: 0 },
    choicesMax: { ...loaded, harmless: 0 },
    choicesStep: { ...loaded, harmless: 1 },
    cellType: { why: 'must be "radio"; other cells are not supported.', harmless: 'radio' },
    clearInvisibleValues: {
      why: 'must be "onComplete": answers to hidden questions are left out when submitting.',
      harmless: ['onComplete', true],
    },
    clearIfInvisible: {
      why: 'must be "default": answers to hidden questions are left out when submitting.',
      harmless: ['default', 'onComplete'],
    },
    questionsOnPageMode: {
      why: 'must be "standard"; please divide the pages yourself.',
      harmless: 'standard',
    },
    checkErrorsMode: {
      why: 'must be "onNextPage": every page is checked when it is left.',
      harmless: 'onNextPage',
    },
    showPrevButton: { why: 'must be true: people can always go back.', harmless: true },
    showNavigationButtons: { why: 'must be true: pages are left by their buttons.', harmless: true },
    showCompletePage: { why: 'must be true: everybody sees that the answers have arrived.', harmless: true },
    navigateToUrl: {
      why: 'leads to another site after submitting, which is not supported; please remove it.',
    },
    timeLimit: timer,
    timeLimitPerPage: timer,
  }),
);
