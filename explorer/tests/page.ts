/** A page that fails a test when it asks another host, logs an error or breaks its own policy. */
import { test as base, expect } from "@playwright/test";

export { expect };

export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page, context }, use) => {
      const faults: string[] = [];
      context.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        const own = hostname === "127.0.0.1" || protocol === "data:" || protocol === "blob:";
        if (!own) faults.push(`asked ${request.url()}`);
      });
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(`console: ${message.text()}`);
      });
      page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
