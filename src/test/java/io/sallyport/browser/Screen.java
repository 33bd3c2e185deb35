package io.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A page as a person sees it, and what must hold of every page. */
final class Screen {

  static final int WIDE = 1280;
  static final int NARROW = 375;
  static final int HEIGHT = 800;

  private static final int HEIGHT_MAX = 12_000;
  private static final Path PICTURES = Path.of("target/pictures");

  private final Page page;
  private int status;

  Screen(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  Screen open(String address) {
    status = Optional.ofNullable(page.navigate(address)).map(Response::status).orElse(0);
    return this;
  }

  /** The HTTP status of the page that was opened. */
  int status() {
    return status;
  }

  /** Presses the button, or follows the link, with these words. */
  Screen press(String words) {
    Locator button =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    Locator link =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true));
    button.or(link).first().click();
    return this;
  }

  /** Waits until a page shows what the selector finds, and has loaded. */
  Screen waitFor(String selector) {
    page.waitForSelector(selector);
    page.waitForLoadState();
    return this;
  }

  /** Waits until the address ends so. */
  Screen waitForPage(String end) {
    page.waitForURL(url -> url.endsWith(end));
    return this;
  }

  Screen fill(String id, String text) {
    page.fill("#" + id, text);
    return this;
  }

  /** Chooses the radio with this id, as a person does: by its label. */
  Screen choose(String id) {
    page.click("label[for='" + id + "']");
    return this;
  }

  /** The question or the answer that the page begins with. */
  String heading() {
    return words("h1");
  }

  /** All words of the page's own part. */
  String words() {
    return words("main");
  }

  /** The words of the first that the selector finds, with single blanks. */
  String words(String selector) {
    return page.locator(selector).first().innerText().replaceAll("\\s+", " ").strip();
  }

  /** The words of each that the selector finds. */
  List<String> each(String selector) {
    return page.locator(selector).allInnerTexts().stream()
        .map(text -> text.replaceAll("\\s+", " ").strip())
        .toList();
  }

  /** The labels of the navigation at the top. */
  List<String> navigation() {
    return each(".sp-nav a").stream().map(label -> label.replaceAll(" ?\\d+.*", "")).toList();
  }

  /**
   * Keeps a picture of each width under {@code target/pictures}, to be looked at, and asserts what
   * holds of every page: axe-core finds nothing, nothing is wider than the window, and all that can
   * be used is reached by the tab key and is then in sight.
   */
  Screen isSound(String name) {
    List<String> wrong = new ArrayList<>();
    for (int width : List.of(NARROW, WIDE)) {
      page.setViewportSize(width, HEIGHT);
      String where = name + " at " + width + ": ";
      violations().forEach(rule -> wrong.add(where + rule));
      if (isWiderThanTheWindow()) wrong.add(where + "wider than the window");
      picture(name + "-" + width, width);
    }
    new TabKey(page).wrong().forEach(what -> wrong.add(name + ", tab key: " + what));
    assertThat(wrong).isEmpty();
    return this;
  }

  /** Keeps what is seen of a wide window before anybody scrolls. */
  Screen keepFirstView(String name) {
    page.setViewportSize(WIDE, HEIGHT);
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    return this;
  }

  /** What axe-core finds wrong: rule and first place, a line each. */
  private List<String> violations() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  private boolean isWiderThanTheWindow() {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** The whole page, in a window as high as it is: what sticks to an edge then lies at its edge. */
  private void picture(String name, int width) {
    int height = (int) page.evaluate("document.documentElement.scrollHeight");
    page.setViewportSize(width, Math.min(Math.max(height, HEIGHT), HEIGHT_MAX));
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    page.setViewportSize(width, HEIGHT);
  }
}
