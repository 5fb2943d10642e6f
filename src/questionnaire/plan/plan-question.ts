import type { TextQuestion } from '../kinds/text/text.plan.js';
import type { CommentQuestion } from '../kinds/comment/comment.plan.js';
import type { RadiogroupQuestion } from '../kinds/radiogroup/radiogroup.plan.js';
import type { DropdownQuestion } from '../kinds/dropdown/dropdown.plan.js';
import type { CheckboxQuestion } from '../kinds/checkbox/checkbox.plan.js';
import type { TagboxQuestion } from '../kinds/tagbox/tagbox.plan.js';
import type { ImagePickerQuestion } from '../kinds/imagepicker/imagepicker.plan.js';
import type { RankingQuestion } from '../kinds/ranking/ranking.plan.js';
import type { BooleanQuestion } from '../kinds/boolean/boolean.plan.js';
import type { RatingQuestion } from '../kinds/rating/rating.plan.js';
import type { MatrixQuestion } from '../kinds/matrix/matrix.plan.js';
import type { CellMatrixQuestion } from '../kinds/matrixdropdown/matrixdropdown.plan.js';
import type { MultipleTextQuestion } from '../kinds/multipletext/multipletext.plan.js';
import type { ExpressionQuestion } from '../kinds/expression/expression.plan.js';

/** What people are asked; told apart by `kind`. */
export type PlanQuestion =
  | TextQuestion
  | CommentQuestion
  | RadiogroupQuestion
  | DropdownQuestion
  | CheckboxQuestion
  | TagboxQuestion
  | ImagePickerQuestion
  | RankingQuestion
  | BooleanQuestion
  | RatingQuestion
  | MatrixQuestion
  | CellMatrixQuestion
  | MultipleTextQuestion
  | ExpressionQuestion;
