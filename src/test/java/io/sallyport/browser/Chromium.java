package io.sallyport.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.OneTimeCode;
import io.sallyport.local.postgres.LastOut;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of all tests of this JVM, and the people who are logged in there. */
final class Chromium {

  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome",
          "google-chrome-stable",
          "microsoft-edge");

  private final URI home = LocalBoundary.shared().address();
  private final Map<String, Screen> people = new HashMap<>();
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
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
  }

  static Chromium shared() {
    return Shared.CHROMIUM;
  }

  /** Where a browser is on this machine; empty where there is none. */
  static Optional<Path> program() {
    Stream<Path> named = Stream.ofNullable(System.getenv("CHROME_BIN")).map(Path::of);
    Stream<Path> onThePath =
        NAMES.stream().flatMap(name -> folders().map(folder -> folder.resolve(name)));
    return Stream.concat(named, onThePath).filter(Files::isExecutable).findFirst();
  }

  private static Stream<Path> folders() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(each -> !each.isEmpty())
        .map(Path::of);
  }

  /** The page of this demo person, who logs in once a JVM. */
  Screen as(String username) {
    return people.computeIfAbsent(username, this::loggedIn);
  }

  /** A page of somebody who is not logged in. */
  Screen asNobody() {
    return new Screen(context(true).newPage());
  }

  /** A page of somebody who is not logged in and whose browser runs no script. */
  Screen withoutScript() {
    return new Screen(context(false).newPage());
  }

  private Screen loggedIn(String username) {
    Screen screen = asNobody();
    logIn(screen, username);
    return screen;
  }

  private BrowserContext context(boolean script) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(Screen.WIDE, Screen.HEIGHT)
            .setBaseURL(home.toString())
            .setJavaScriptEnabled(script));
  }

  /** Goes through banner, password and one-time code. */
  void logIn(Screen screen, String username) {
    screen.open("/consent").press("I agree: log in");
    Page page = screen.page();
    page.fill("input[name=username]", username);
    page.fill("input[name=password]", "demo-" + username);
    page.press("input[name=password]", "Enter");
    confirm(screen, username);
    page.waitForURL(url -> url.startsWith(home.toString()));
  }

  /** Gives the one-time code to the sign-in server. */
  static void confirm(Screen screen, String username) {
    Page page = screen.page();
    page.fill("input[name=otp]", OneTimeCode.of(username, Instant.now()));
    page.press("input[name=otp]", "Enter");
  }

  private void close() {
    browser.close();
    playwright.close();
  }

  private static final class Shared {
    static final Chromium CHROMIUM = new Chromium(program().orElseThrow());

    static {
      LastOut.after(CHROMIUM::close);
    }
  }
}
