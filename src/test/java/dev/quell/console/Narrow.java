package dev.quell.console;

import com.microsoft.playwright.Page;
import java.util.List;

/** What lies over something else where there is little room. */
final class Narrow {
    /** The boxes of the texts, as far as they are seen, of a row's cells, a heading's parts and the bar's links; a gap of three pixels is the least. */
    private static final String OVERLAPS = """
            () => {
              const seen = (part) => {
                const boxes = [];
                const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
                for (let text = walk.nextNode(); text; text = walk.nextNode()) {
                  if (!text.data.trim() || !text.parentElement.checkVisibility() || text.parentElement.closest('.visually-hidden, .menu-body')) continue;
                  const range = document.createRange();
                  range.selectNodeContents(text);
                  for (const box of range.getClientRects()) {
                    let [left, right] = [box.left, box.right];
                    for (let holder = text.parentElement; holder && holder !== part.parentElement; holder = holder.parentElement) {
                      if (getComputedStyle(holder).overflowX !== 'visible') {
                        left = Math.max(left, holder.getBoundingClientRect().left);
                        right = Math.min(right, holder.getBoundingClientRect().right);
                      }
                    }
                    if (right > left) boxes.push({left, right, top: box.top + 2, bottom: box.bottom - 2});
                  }
                }
                return boxes;
              };
              const found = [];
              document.querySelectorAll('tr, .head, .places, .top nav').forEach(row => {
                const parts = [...row.children].map(part => ({part, boxes: seen(part)}));
                parts.forEach((one, i) => parts.slice(i + 1).forEach(other => {
                  const over = one.boxes.some(a => other.boxes.some(b =>
                    a.left < b.right + 3 && b.left < a.right + 3 && a.top < b.bottom && b.top < a.bottom));
                  if (over) found.push(one.part.textContent.trim() + ' | ' + other.part.textContent.trim());
                }));
              });
              return found;
            }
            """;

    private Narrow() {}

    /** The pairs of neighbours whose texts lie over each other or touch. */
    @SuppressWarnings("unchecked")
    static List<String> overlaps(Page page) {
        return (List<String>) page.evaluate(OVERLAPS);
    }
}
