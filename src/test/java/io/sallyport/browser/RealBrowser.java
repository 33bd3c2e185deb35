package io.sallyport.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sallyport.local.keycloak.OneTimeCode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium without script on our pages' side: what a person sees, at two widths. */
final class RealBrowser implements AutoCloseable {

  static final int WIDE = 1280;
  static final int NARROW = 375;

  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/microsoft-edge");

  private final Playwright playwright;
  private final Browser browser;
  private final URI home;

  private RealBrowser(Path program, URI home) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox")));
    this.home = home;
  }

  /** Where a browser is on this machine; empty where there is none. */
  static Optional<Path> program() {
    return Stream.concat(Stream.ofNullable(System.getenv("CHROME_BIN")), PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static RealBrowser at(URI home) {
    return new RealBrowser(program().orElseThrow(), home);
  }

  /** A page of somebody who went through banner, password and one-time code. */
  Page loggedIn(String username, int width) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setBaseURL(home.toString()));
    Page page = context.newPage();
    page.navigate("/consent");
    page.click("button:has-text('I agree')");
    page.fill("input[name=username]", username);
    page.fill("input[name=password]", "demo-" + username);
    page.press("input[name=password]", "Enter");
    confirm(page, username);
    page.waitForURL(url -> url.startsWith(home.toString()));
    return page;
  }

  /** Gives the one-time code to the sign-in server. */
  static void confirm(Page page, String username) {
    page.fill("input[name=otp]", OneTimeCode.of(username, Instant.now()));
    page.press("input[name=otp]", "Enter");
  }

  /** What axe-core finds wrong: rule and first place, a line each. */
  static List<String> wrong(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  /** Whether the page is wider than the window. */
  static boolean overflows(Page page) {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** Keeps a picture, to be looked at beside the prototype. */
  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pictures", name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
