"use strict";
// Only in the page that `cargo xtask serve` builds: loads the page again when it has changed.
(async () => {
  let known = "";
  for (;;) {
    try {
      // The server answers at once with another version, and otherwise waits for one.
      const version = await (await fetch(`reload?${known}`)).text();
      if (known !== "" && version !== known) {
        location.reload();
        return;
      }
      known = version === "" ? "none" : version;
    } catch {
      // The server is being restarted.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
})();
