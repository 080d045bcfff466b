// What a person works on is kept in the browser's own database, outside the reach of the module: the plan as it was read,
// and behind it every change as it is made. What is written is read back and compared before it counts as kept. The module
// may die; this goes on, and hands the work out as a file.
globalThis.onePlanKeep = (() => {
  const DATABASE = "one-plan";
  // Which plan this tab has open, so that a reload goes on with it; another tab has another one.
  const OPEN = "one-plan-open";
  // Set while a plan is opened again, so that a plan that ends the page is not opened for ever.
  const TRYING = "one-plan-trying";
  // What is kept, with the number that the page gave to its opening. The page says that number with whatever it asks for,
  // and nothing is done to another plan than the one that it means.
  let current;
  // A kept plan that the page is about to open.
  let fetched;
  // What was done to a plan that is open on the page and not kept here yet: the page says so in a turn of its own.
  let early = [];
  // In another document the page keeps nothing, and nobody listens.
  let listener;
  let queue = Promise.resolve();
  let database;
  let stopped = false;

  const remembered = (key) => {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const remember = (key, value) => {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, value);
    } catch {
      // Without it a reload begins at the start page.
    }
  };
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const open = () => {
    database ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("plans", { keyPath: "id" });
        request.result.createObjectStore("bases");
        request.result.createObjectStore("changes");
      };
      request.onsuccess = () => {
        // Another tab erases everything: this one must not stand in its way.
        request.result.onversionchange = () => {
          request.result.close();
          database = undefined;
        };
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("another tab of this page is in the way"));
    });
    database.catch(() => (database = undefined));
    return database;
  };
  // One transaction: all of it is written, or nothing.
  const transaction = async (mode, work) => {
    const made = (await open()).transaction(["plans", "bases", "changes"], mode, { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      made.oncomplete = resolve;
      made.onabort = () => reject(made.error ?? new Error("the browser broke off"));
    });
    // Both may fail; whoever waits hears of the first.
    done.catch(() => {});
    let result;
    try {
      result = await work((name) => made.objectStore(name));
    } catch (error) {
      try {
        made.abort();
      } catch {
        // It has ended by itself.
      }
      throw error;
    }
    await done;
    return result;
  };
  const range = (id, first = 0) => IDBKeyRange.bound([id, first], [id, Infinity]);
  // The plan as it was read is kept part by part, and each part waited for: all at once would hold the page up. An earlier
  // version of the page kept it in one.
  const writeBase = async (store, id, parts) => {
    for (const [at, part] of parts.entries()) await answer(store("bases").put(part, [id, at]));
  };
  const isBase = async (store, id, parts) => {
    if ((await answer(store("bases").count(range(id)))) !== parts.length) return false;
    for (const [at, part] of parts.entries()) {
      if ((await answer(store("bases").get([id, at]))) !== part) return false;
    }
    return true;
  };
  const readBase = async (store, id) => {
    const whole = await answer(store("bases").get(id));
    if (whole !== undefined) return [whole];
    const parts = [];
    for (;;) {
      const part = await answer(store("bases").get([id, parts.length]));
      if (part === undefined) return parts;
      parts.push(part);
    }
  };

  const tell = (kind, reason = "") => {
    if (current) Object.assign(current, { kind, reason });
    const { opening = 0, savedAt = "", keptAt = "" } = current ?? {};
    if (!stopped) listener?.(JSON.stringify({ opening, kind, reason, savedAt, keptAt }));
  };
  const isOpen = (opening) => current?.opening === opening;
  const NEWER = "newer";
  // Why something is not kept, in a word that the page has a sentence for.
  const kindOf = (error) => {
    if (error?.message === NEWER) return "elsewhere";
    if (error?.name === "QuotaExceededError") return "full";
    if (["SecurityError", "InvalidStateError", "ReferenceError", "TypeError"].includes(error?.name)) return "refused";
    return "failed";
  };

  // Writes what of a plan is not written yet, and reads it back.
  const write = async (plan) => {
    // A large plan may still be being written by the module.
    plan.base = await plan.base;
    // What was written before it took the changes of this one with it.
    if (plan !== current || plan.kind === "elsewhere" || plan.written === plan.changes.length) return;
    const from = plan.written;
    const first = Math.max(from, 0);
    const changes = plan.changes.slice(first);
    const { id, name, title, savedAt } = plan;
    const changedAt = new Date().toISOString();
    const record = { id, name, title, savedAt, changedAt, changes: plan.changes.length };
    try {
      await transaction("readwrite", async (store) => {
        const before = await answer(store("plans").get(id));
        // Another tab wrote this plan since: what it wrote stays.
        if ((before?.changes ?? -1) !== from) throw new Error(NEWER);
        if (from < 0) await writeBase(store, id, plan.base);
        changes.forEach((text, at) => store("changes").put(text, [id, first + at]));
        store("plans").put(record);
      });
      await transaction("readonly", async (store) => {
        const back = await answer(store("plans").get(id));
        const texts = await answer(store("changes").getAll(range(id, first)));
        const count = await answer(store("changes").count(range(id)));
        const isWhole = from >= 0 || (await isBase(store, id, plan.base));
        const same = texts.length === changes.length && texts.every((text, at) => text === changes[at]);
        if (!same || count !== record.changes || !isWhole || back?.changes !== record.changes) {
          throw new Error("what was read back is not what was written");
        }
      });
      plan.written = record.changes;
      plan.keptAt = changedAt;
      remember(OPEN, id);
      if (plan === current && plan.kind !== "elsewhere") tell(plan.written === plan.changes.length ? "kept" : "writing");
    } catch (error) {
      if (plan === current) tell(kindOf(error), String(error?.message ?? error));
    }
  };
  const later = () => {
    const plan = current;
    // What another tab keeps is not written here, whatever is changed.
    if (plan.kind === "elsewhere") return tell("elsewhere");
    tell("writing");
    queue = queue.then(() => write(plan));
  };

  const lockOf = (id) => `one-plan ${id}`;
  // Only one tab keeps a plan. Where the browser has no locks, the number of changes tells that another one wrote. A tab that
  // has a plan already would be told of itself that another one has it: its lock goes on.
  const hold = (plan, left) => {
    if (left?.id === plan.id && left.release) {
      plan.release = left.release;
      return true;
    }
    left?.release?.();
    if (!globalThis.navigator?.locks) return true;
    return new Promise((resolve) => {
      navigator.locks
        .request(lockOf(plan.id), { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock && plan === current && new Promise((letGo) => (plan.release = letGo));
        })
        .catch((error) => {
          resolve(true);
          // Another tab took it over.
          if (error.name === "AbortError" && plan.id === current?.id) tell("elsewhere");
        });
    });
  };
  // Effects, reasons, saves and what was said of files and seals are notes beside changes.
  const isNote = (text) => ["effects", "reason", "saved", "loaded", "sealed"].some((name) => name in JSON.parse(text));
  // Takes an entry of the journal in; whether it is one of the plan that is kept, or of one that is about to be.
  const take = (opening, text) => {
    if (isOpen(opening)) current.changes.push(text);
    else if (listener && opening > (current?.opening ?? 0)) early.push({ opening, text });
    return isOpen(opening);
  };
  const takenEarly = (opening) => {
    const texts = early.filter((one) => one.opening === opening).map(({ text }) => text);
    early = early.filter((one) => one.opening > opening);
    return texts;
  };
  // Asks before changes are lost that are not written yet. The page asks too, but knows of a change only once it is drawn.
  addEventListener("beforeunload", (event) => {
    const written = Math.max(current?.written ?? 0, 0);
    const texts = [...(current?.changes.slice(written) ?? []), ...early.map(({ text }) => text)];
    const saved = texts.findLastIndex((text) => "saved" in JSON.parse(text));
    if (texts.slice(saved + 1).every(isNote)) return;
    event.preventDefault();
    event.returnValue = "Changes are not kept yet.";
  });
  const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const fresh = (name, title, base, changes) => ({ id: newId(), name, title, base, changes, written: -1, savedAt: "", keptAt: "" });
  // What was fetched is read: the page did not end over it.
  const wasRead = () => {
    fetched = undefined;
    remember(TRYING, null);
  };
  const begin = (opening, plan) => {
    const left = current;
    current = Object.assign(plan, { opening });
    current.changes.push(...takenEarly(opening));
    wasRead();
    // A plan that nobody changed can be opened again from its file.
    if (left && left.changes.every(isNote) && left.kind === "kept") queue = queue.then(() => remove(left.id)).catch(() => {});
    hold(plan, left);
    later();
  };
  // Goes on with a plan as it was fetched, unless it was written or erased since.
  const goOn = async (plan, isHere) => {
    const record = await transaction("readonly", (store) => answer(store("plans").get(plan.id))).catch(() => undefined);
    if (plan !== current) return;
    if (!record) plan.written = -1;
    if (!isHere || (record && record.changes !== plan.written)) return tell("elsewhere");
    remember(OPEN, plan.id);
    if (plan.written === plan.changes.length) tell("kept");
    else await write(plan);
  };
  const remove = (id) =>
    transaction("readwrite", async (store) => {
      store("plans").delete(id);
      store("bases").delete(id);
      store("bases").delete(range(id));
      store("changes").delete(range(id));
    });
  const read = (id) =>
    transaction("readonly", async (store) => ({
      record: await answer(store("plans").get(id)),
      base: await readBase(store, id),
      changes: await answer(store("changes").getAll(range(id))),
    }));

  // What of a journal comes before its last change.
  const withoutLast = (changes) => {
    const last = changes.findLastIndex((text) => !isNote(text));
    return last < 0 ? changes : changes.slice(0, last);
  };

  // The work as the parts of a plan file, made by the module anew in a worker of its own: the one that died is not asked.
  const asFile = async (plan) => {
    // The module that died may have been writing it still: then nothing comes any more.
    const late = new Promise((_, reject) => setTimeout(() => reject(new Error("it was not written out yet")), 1_000));
    const base = await Promise.race([plan.base, late]);
    const { changes } = plan;
    if (changes.length === 0) return base;
    const work = () => {
      self.onmessage = async ({ data }) => {
        try {
          await wasm_bindgen({ module_or_path: data.module });
          self.postMessage({ text: wasm_bindgen.keptPlan(data.base.join(""), data.changes) });
        } catch (error) {
          self.postMessage({ error: String(error?.message ?? error) });
        }
      };
    };
    const glue = await globalThis.onePlanGlue();
    const address = URL.createObjectURL(new Blob([`${glue}\n(${work})();`], { type: "text/javascript" }));
    const worker = new Worker(address);
    URL.revokeObjectURL(address);
    const done = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.error === undefined ? resolve([data.text]) : reject(new Error(data.error)));
      worker.onerror = (event) => reject(new Error(event.message));
    });
    worker.postMessage({ module: globalThis.onePlanModule, base, changes });
    return done.finally(() => worker.terminate());
  };
  const link = (message, name, parts, words) => {
    const made = document.createElement("a");
    made.className = "button";
    made.href = URL.createObjectURL(new Blob(parts, { type: "application/json" }));
    made.download = name;
    made.textContent = words;
    message.append(made);
  };
  // The module is dead: says so, and offers the work.
  const rescue = async () => {
    if (stopped) return;
    stopped = true;
    // A panic could still say so itself, and hand out the plan as it stood.
    const said = document.getElementById("one-plan-stopped");
    if (said?.querySelector("a[download]")) return;
    said?.remove();
    const app = document.getElementById("app");
    const message = document.createElement("main");
    message.className = "page";
    message.id = "one-plan-stopped";
    message.setAttribute("role", "alert");
    const say = (name, words) => {
      const part = document.createElement(name);
      part.textContent = words;
      message.append(part);
    };
    say("h1", "One Plan has stopped");
    say("p", "Something went wrong inside the page; it cannot go on. Nothing has left your computer.");
    // A kept plan may have ended the page while it was being opened.
    const plan = current ?? fetched;
    const isKept = plan && (plan === fetched || plan.kind === "kept" || plan.kind === "writing");
    say("p", isKept ? "Your work is kept in this browser: load the page again to go on with it." : "Load the page again to go on.");
    say("p", "If it happens again with the same file, please report it.");
    app?.before(message);
    if (app) app.hidden = true;
    if (!plan) return;
    try {
      link(message, plan.name, await asFile(plan), "Save your plan file first");
    } catch (error) {
      if (Array.isArray(plan.base)) link(message, plan.name, plan.base, "Save the plan as it was opened");
      else say("p", "The plan had only just been opened: its file is where you opened it from.");
      say("p", `Your ${plan.changes.length} changes could not be put into the file here (${error.message}).`);
    }
  };
  // What ends a module: a trap, or a stack that is full. A panic ends in a trap too.
  const isEnd = (error) =>
    error instanceof WebAssembly.RuntimeError ||
    (["RangeError", "InternalError"].includes(error?.name) && /wasm/.test(error.stack ?? ""));
  addEventListener("error", ({ error }) => isEnd(error) && rescue());
  addEventListener("unhandledrejection", ({ reason }) => isEnd(reason) && rescue());

  return {
    // Tells a function of everything that becomes of the work, as JSON.
    listen: (told) => (listener = told),
    // Another plan is open: it is kept from now on. Its base are the parts of its text, or comes to be them.
    begin: (opening, name, title, base) => begin(opening, fresh(name, title, base, [])),
    // A change is about to be made.
    append: (opening, text) => {
      if (take(opening, text)) later();
    },
    // The person or the browser confirmed that the file is there.
    fileSaved: (opening, text) => {
      if (!take(opening, text)) return;
      current.savedAt = new Date().toISOString();
      later();
    },
    // The plans that are kept, the latest first, as JSON; whether the one that this tab had open is among them, and which
    // one is open here now.
    list: async () => {
      const last = remembered(TRYING) === null ? remembered(OPEN) : null;
      const plans = await transaction("readonly", (store) => answer(store("plans").getAll()));
      plans.sort((left, right) => (left.changedAt < right.changedAt ? 1 : -1));
      return JSON.stringify({ plans, open: plans.some(({ id }) => id === last) ? last : "", here: current?.id ?? "" });
    },
    // Whether a kept plan is open here, and kept by this tab.
    isHere: (id) => current?.id === id && current.kind !== "elsewhere",
    // Fetches a kept plan: its name, the parts of its base, its changes, and what it is kept as once it is open. Nothing else
    // becomes of it: what is open stays what is kept.
    fetch: async (id, leaveOut) => {
      remember(TRYING, id);
      // What was done last may still be being written.
      await queue;
      const { record, base, changes } = await read(id);
      if (!record || base.length === 0) throw new Error("this plan is not kept any more");
      const { name, title, changedAt } = record;
      const plan = leaveOut
        ? fresh(name, title, base, withoutLast(changes))
        : { ...record, base, changes, written: changes.length, keptAt: changedAt };
      fetched = plan;
      return { plan, name, base, changes: plan.changes };
    },
    wasRead,
    // A plan that was fetched is open: it is kept from now on, as what it is.
    adopt: (opening, plan) => {
      if (plan.written < 0) return begin(opening, plan);
      const left = current;
      current = Object.assign(plan, { opening });
      current.changes.push(...takenEarly(opening));
      wasRead();
      tell("writing");
      const isHere = hold(plan, left);
      queue = queue.then(async () => goOn(plan, await isHere));
    },
    // What is open here goes on as a plan of its own.
    copy: (opening) => {
      if (isOpen(opening)) begin(opening, fresh(current.name, current.title, current.base, current.changes));
    },
    // Goes on here with what is kept, in place of the other tab.
    takeOver: async (opening) => {
      if (!isOpen(opening)) return;
      const { id } = current;
      current = undefined;
      remember(OPEN, id);
      await navigator.locks?.request(lockOf(id), { steal: true }, () => {});
      location.reload();
    },
    // What is open, here or in another tab, is not forgotten: it would go on as if it were kept.
    forget: async (id) => {
      if (current?.id === id) throw new Error("it is open here");
      if (!navigator.locks) return remove(id);
      const gone = await navigator.locks.request(lockOf(id), { ifAvailable: true }, (lock) => lock && remove(id).then(() => true));
      if (!gone) throw new Error("it is open in another tab");
    },
    // Asks the browser not to delete what is kept by itself; what it promises, and how much room there is, as JSON.
    promise: async (ask) => {
      const storage = navigator.storage;
      const promised = ask ? await storage?.persist?.() : await storage?.persisted?.();
      const { usage = 0, quota = 0 } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
      return JSON.stringify({ promised: promised ?? false, usage, quota });
    },
    canChooseFile: () => "showSaveFilePicker" in globalThis,
    // Writes a file that the person chooses, reads it back and compares; answers with its name, or with nothing.
    saveToFile: async (name, text) => {
      let file;
      try {
        const types = [{ description: "Plan file", accept: { "application/json": [".json"] } }];
        file = await showSaveFilePicker({ suggestedName: name, types });
      } catch (error) {
        if (error.name === "AbortError") return "";
        throw error;
      }
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
      if ((await (await file.getFile()).text()) !== text) throw new Error("what was read back is not what was written");
      return file.name;
    },
    // Erases everything that this page keeps in this browser.
    erase: async () => {
      await queue;
      current?.release?.();
      current = undefined;
      remember(OPEN, null);
      remember(TRYING, null);
      if (database) (await database).close();
      database = undefined;
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(DATABASE);
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error("another tab of this page is open: close it first"));
      });
      tell("none");
    },
  };
})();
