package io.sallyport.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Walks a page by the tab key alone (WCAG 2.1.1, 2.4.7, 2.4.11). */
final class TabKey {

  /** Presses; no page of ours has as many links. */
  private static final int PRESSES_MAX = 400;

  private static final String START =
      """
      () => {
        window.reached = new Set();
        window.last = null;
        document.querySelector('.usa-skipnav').focus();
      }
      """;

  /**
   * Says of the element with the focus whether it can be seen: nothing lies over its middle, and
   * there is a ring round it. A radio or a box of USWDS is seen by its label; a date has several
   * stops. {@code end} when the walk is over.
   */
  private static final String LOOK =
      """
      () => {
        const one = document.activeElement;
        if (one && one === window.last) return '';
        if (!one || one === document.body || window.reached.has(one)) return 'end';
        window.reached.add(one);
        window.last = one;
        const short = one.outerHTML.slice(0, 120);
        const seen = one.matches('[type=radio], [type=checkbox]') ? one.labels[0] : one;
        const box = seen.getClientRects()[0];
        const at = (box.top + Math.min(box.bottom, innerHeight)) / 2;
        const over = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), at);
        if (!over || !(seen.contains(over) || over.contains(seen))) return 'hidden: ' + short;
        const style = getComputedStyle(one);
        const ring = seen !== one || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        return ring ? '' : 'without a ring: ' + short;
      }
      """;

  /** What can be seen and used, and was not reached; of radios one of a group is enough. */
  private static final String MISSED =
      """
      () => {
        const all = document.querySelectorAll(
            'a[href], button, input, select, textarea, summary, [tabindex="0"]');
        const reached = one => window.reached.has(one) || (one.type === 'radio' &&
            [...window.reached].some(other => other.name === one.name));
        return [...all]
            .filter(one => one.type !== 'hidden' && one.checkVisibility() && !reached(one))
            .map(one => 'never reached: ' + one.outerHTML.slice(0, 120));
      }
      """;

  private final Page page;

  TabKey(Page page) {
    this.page = page;
  }

  /** All that is never reached, or reached and not seen; a line each. */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    page.evaluate(START);
    for (int presses = 0; presses < PRESSES_MAX; presses++) {
      String seen = (String) page.evaluate(LOOK);
      if (seen.equals("end")) break;
      if (!seen.isEmpty()) wrong.add(seen);
      page.keyboard().press("Tab");
    }
    ((List<?>) page.evaluate(MISSED)).forEach(missed -> wrong.add(String.valueOf(missed)));
    return wrong;
  }
}
