/**
 * The page as an element of another page, with a shadow root of its own.
 *
 * ```html
 * <script type="module" src="one-plan-element.js"></script>
 * <one-plan src="plan.json" page="savings"></one-plan>
 * ```
 *
 * It tells `one-plan-open` when the plan is in the page, and `one-plan-error`, with the reason in words as `detail`, when it
 * cannot be shown.
 */
import type { MountOptions, PlanInput } from "./one-plan.js";

export class OnePlanElement extends HTMLElement {
  /** A plan in place of the file that the attribute `src` names. */
  plan: PlanInput | undefined;
}

/** The page that the attribute `page` may name. */
export type OnePlanPage = NonNullable<MountOptions["page"]>;

declare global {
  interface HTMLElementTagNameMap {
    "one-plan": OnePlanElement;
  }
  interface HTMLElementEventMap {
    "one-plan-open": CustomEvent<null>;
    "one-plan-error": CustomEvent<string>;
  }
}
