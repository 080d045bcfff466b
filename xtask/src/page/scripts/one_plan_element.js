// `<one-plan src="plan.json" page="savings">`: the page as an element of another page, in a shadow root of its own, so that
// neither changes how the other looks.
import { mount } from "./one-plan.js";

class OnePlanElement extends HTMLElement {
  static observedAttributes = ["src", "page"];
  #mounted;
  #plan;
  #turn = 0;

  /** A plan as text or as an object, in place of the file that `src` names. */
  get plan() {
    return this.#plan;
  }
  set plan(plan) {
    this.#plan = plan;
    this.#show();
  }

  connectedCallback() {
    this.#show();
  }
  disconnectedCallback() {
    this.#turn += 1;
    this.#mounted?.destroy();
    this.#mounted = undefined;
    this.shadowRoot?.replaceChildren();
  }
  attributeChangedCallback() {
    this.#show();
  }

  async #show() {
    if (!this.isConnected) return;
    const turn = ++this.#turn;
    // Attributes that are set one after the other make one change.
    await undefined;
    try {
      const plan = this.#plan ?? (await this.#file());
      if (turn !== this.#turn) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      this.#mounted?.destroy();
      const styles = document.createElement("link");
      styles.rel = "stylesheet";
      styles.href = new URL("./STYLES", import.meta.url);
      const place = document.createElement("div");
      root.replaceChildren(styles, place);
      this.#mounted = mount(place, { plan, page: this.getAttribute("page") ?? undefined });
      this.dispatchEvent(new CustomEvent("one-plan-open", { bubbles: true, composed: true }));
    } catch (error) {
      if (turn !== this.#turn) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      const told = document.createElement("p");
      told.setAttribute("role", "alert");
      told.textContent = `One Plan cannot show this plan: ${error?.message ?? error}`;
      root.replaceChildren(told);
      this.dispatchEvent(new CustomEvent("one-plan-error", { bubbles: true, composed: true, detail: String(error) }));
    }
  }

  /** The text of the file that `src` names; nothing without `src`. */
  async #file() {
    const source = this.getAttribute("src");
    if (!source) return undefined;
    const response = await fetch(new URL(source, document.baseURI));
    if (!response.ok) throw new Error(`${source}: ${response.status} ${response.statusText}`);
    return response.text();
  }
}

if (!customElements.get("one-plan")) customElements.define("one-plan", OnePlanElement);
export { OnePlanElement };
