import { coded, type CodedText } from '../../common/coded-text.js';
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
  why: CodedText;
  /** A value that changes nothing, often SurveyJS' default written out; a list where there are several. */
  harmless?: unknown;
}

const condition: Reason = { why: coded('questionnaire.condition_elsewhere') };
const timer: Reason = {
  why: coded('questionnaire.timer'),
  harmless: 0,
};
const specialChoice: Reason = { why: coded('questionnaire.special_choice') };
const computed: Reason = {
  why: coded('questionnaire.presets'),
};
const total: Reason = {
  why: coded('questionnaire.column_total'),
  harmless: 'none',
};
const legacy: Reason = { why: coded('questionnaire.old_condition') };
const loaded: Reason = {
  why: coded('questionnaire.choices_from_elsewhere'),
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
    visible: { why: coded('questionnaire.hidden_from_all'), harmless: true },
    readOnly: { why: coded('questionnaire.read_only') },
    mode: { why: coded('questionnaire.only_mode', { value: 'edit' }), harmless: 'edit' },
    notificationType: { why: coded('questionnaire.only_kind', { value: 'error' }), harmless: 'error' },
    validators: { why: coded('questionnaire.no_checks_here') },
    randomize: { why: coded('questionnaire.fixed_order'), harmless: true },
    isExclusive: { why: coded('questionnaire.exclusive_choice') },
    contentMode: { why: coded('questionnaire.only_content', { value: 'image' }), harmless: 'image' },
    useGrouping: { why: coded('questionnaire.grouping'), harmless: true },
    detailPanelMode: { why: coded('questionnaire.only_mode', { value: 'none' }), harmless: 'none' },
    maskType: { why: coded('questionnaire.unsupported'), harmless: 'none' },
    valueName: { why: coded('questionnaire.shared_answers') },
    showCommentArea: { why: coded('questionnaire.comment_area') },
    showOtherItem: specialChoice,
    showNoneItem: specialChoice,
    showSelectAllItem: specialChoice,
    showRefuseItem: specialChoice,
    showDontKnowItem: specialChoice,
    storeOthersAsComment: {
      why: coded('questionnaire.other_elsewhere'),
      harmless: true,
    },
    choicesByUrl: loaded,
    choicesFromQuestion: loaded,
    choicesMin: { ...loaded, harmless: 0 },
    choicesMax: { ...loaded, harmless: 0 },
    choicesStep: { ...loaded, harmless: 1 },
    cellType: { why: coded('questionnaire.only_cell', { value: 'radio' }), harmless: 'radio' },
    clearInvisibleValues: {
      why: coded('questionnaire.keeps_hidden', { value: 'onComplete' }),
      harmless: ['onComplete', true],
    },
    clearIfInvisible: {
      why: coded('questionnaire.keeps_hidden', { value: 'default' }),
      harmless: ['default', 'onComplete'],
    },
    questionsOnPageMode: {
      why: coded('questionnaire.page_mode'),
      harmless: 'standard',
    },
    checkErrorsMode: {
      why: coded('questionnaire.check_mode'),
      harmless: 'onNextPage',
    },
    showPrevButton: { why: coded('questionnaire.way_back'), harmless: true },
    showNavigationButtons: { why: coded('questionnaire.buttons'), harmless: true },
    showCompletePage: { why: coded('questionnaire.complete_page'), harmless: true },
    navigateToUrl: {
      why: coded('questionnaire.leads_away'),
    },
    timeLimit: timer,
    timeLimitPerPage: timer,
  }),
);
