// The second module reads and writes workbooks. It runs in a worker, which is made when it is first needed: the page never
// waits for it, and a file that is too much for it takes only the worker away.
globalThis.onePlanWorkbook = (() => {
  // What the worker does; its text stands behind the glue of the module, which defines `wasm_bindgen`.
  const work = () => {
    // The files that were opened last are kept: of them a corrected copy can be made.
    let opened;
    const taken = new Map();
    let plans = 0;
    const stillOpen = () => {
      if (!opened) throw new Error("the files are not open any more: choose them again");
      return opened;
    };
    // The plan goes to the page as a file, which it brings in part by part.
    const answered = () => {
      const plan = opened.plan;
      return [plan === undefined ? undefined : new Blob([plan]), opened.report];
    };
    const calls = {
      openFiles: async (names, files, remembered, progress) => {
        // The page only names the files: it would stand still while it copied a large one.
        const contents = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
        opened?.free();
        opened = undefined;
        opened = wasm_bindgen.openFiles(names, contents, remembered, progress);
        return answered();
      },
      // Reads them once more, with what a person said of them meanwhile.
      answer: (mapping) => {
        stillOpen().answer(mapping);
        return answered();
      },
      // By the position of the file among those that were opened together, with what was found at its cells: its name and
      // its bytes.
      corrected: (position, findings) => {
        const written = stillOpen().corrected(position, findings);
        try {
          return { name: written.name, bytes: written.bytes };
        } finally {
          written.free();
        }
      },
      template: () => wasm_bindgen.template(),
      guide: () => wasm_bindgen.guide(),
      // A plan is taken before what follows from it is there, and read meanwhile. It goes with the workbook that it is for.
      takePlan: (file) => {
        taken.set(++plans, new wasm_bindgen.TakenPlan(file));
        return plans;
      },
      planAsWorkbook: (key, results, progress) => {
        const plan = taken.get(key);
        if (!plan) throw new Error("the plan is not there any more: write the file again");
        taken.delete(key);
        try {
          return plan.asWorkbook(results, progress);
        } finally {
          plan.free();
        }
      },
      mappingOf: (remembered) => wasm_bindgen.mappingOf(remembered),
      planAsCsv: (plan) => wasm_bindgen.planAsCsv(plan),
      figuresAsCsv: (figures, dictionary) => wasm_bindgen.figuresAsCsv(figures, dictionary),
    };
    let started;
    self.onmessage = async ({ data }) => {
      if (data.module) {
        started = wasm_bindgen({ module_or_path: data.module });
        return;
      }
      try {
        await started;
        const progress = (...told) => self.postMessage({ ticket: data.ticket, told });
        self.postMessage({ ticket: data.ticket, result: await calls[data.call](...data.given, progress) });
      } catch (error) {
        // What the module says in words it says as an Error; anything else is a trap.
        const goesOn = error?.name === "Error" && !self.onePlanPanic;
        self.postMessage({ ticket: data.ticket, goesOn, error: String(self.onePlanPanic ?? error?.message ?? error) });
      }
    };
  };
  let worker;
  let tickets = 0;
  const waiting = new Map();
  const stop = (reason) => {
    worker?.then((made) => made.terminate(), () => {});
    worker = undefined;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  const make = async () => {
    const [module, glue] = await Promise.all([globalThis.onePlanWorkbookModule(), globalThis.onePlanWorkbookGlue()]);
    const address = URL.createObjectURL(new Blob([`${glue}\n(${work})();`], { type: "text/javascript" }));
    const made = new Worker(address);
    URL.revokeObjectURL(address);
    made.onmessage = ({ data: { ticket, told, result, error, goesOn } }) => {
      const asked = waiting.get(ticket);
      if (!asked) return;
      if (told) return asked.progress(...told);
      waiting.delete(ticket);
      if (error === undefined) return asked.resolve(result);
      // After a trap the module cannot go on: the next call gets a new one.
      asked.reject(error);
      if (!goesOn) stop(error);
    };
    made.onerror = (event) => stop(event.message || "the worker could not be started");
    made.postMessage({ module });
    return made;
  };
  return {
    // Makes the worker, for a call that will come: who makes its files ready meanwhile does not wait for both.
    begin: () => {
      worker ??= make();
      // What is wrong is said when it is called.
      worker.catch(() => {});
    },
    // Calls a function of the module; the promise is kept when it answers, broken when it cannot or was stopped.
    run: async (call, given, progress) => {
      worker ??= make();
      const made = worker;
      const asked = await made.catch((error) => {
        worker = undefined;
        throw error;
      });
      const ticket = ++tickets;
      return new Promise((resolve, reject) => {
        waiting.set(ticket, { resolve, reject, progress });
        asked.postMessage({ ticket, call, given });
      });
    },
    // Ends what is under way: its promise is broken with the word "stopped".
    stop: () => stop("stopped"),
  };
})();
