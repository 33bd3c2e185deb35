package io.sallyport.cli;

import io.sallyport.local.Await;
import io.sallyport.local.keycloak.OneTimeCode;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's terminal in a folder of their own, against a real server. */
public final class Terminal {

  private static final Pattern OPEN = Pattern.compile("Open (\\S+)\\s+and type the code (\\S+)");
  private static final int PAGES_MAX = 6;

  private final URI server;
  private final Path folder;
  private final String username;

  public Terminal(URI server, Path folder, String username) {
    this.server = server;
    this.folder = folder;
    this.username = username;
  }

  /** What a command said. */
  public record Said(int exitCode, String out, String err) {}

  public Said run(String... arguments) {
    return run(new StringWriter(), arguments);
  }

  /** What a person reads in the terminal to log in. */
  public record Shown(String address, String code) {}

  /** Logs in by the device flow: the person types the code into a browser and allows it. */
  public Said logIn() {
    return logIn(this::allow);
  }

  /** Logs in by the device flow; {@code browser} is given what the terminal shows. */
  public Said logIn(Consumer<Shown> browser) {
    StringWriter out = new StringWriter();
    CompletableFuture<Said> login = CompletableFuture.supplyAsync(() -> run(out, "login"));
    browser.accept(
        Await.found(
            "an address and a code", Duration.ofSeconds(20), () -> shown(out.toString(), login)));
    return login.join();
  }

  private Said run(StringWriter out, String... arguments) {
    StringWriter err = new StringWriter();
    int exitCode =
        CliCommand.run(
            List.of(arguments),
            new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of("SALLYPORT_URL", server.toString()),
                folder.toString(),
                folder,
                Clock.systemUTC()));
    return new Said(exitCode, out.toString(), err.toString());
  }

  private static Optional<Shown> shown(String out, CompletableFuture<Said> login) {
    if (login.isDone()) throw new AssertionError("ended early: " + login.join());
    Matcher open = OPEN.matcher(out);
    return open.find() ? Optional.of(new Shown(open.group(1), open.group(2))) : Optional.empty();
  }

  private void allow(Shown shown) {
    Visitor browser = new Visitor(URI.create(shown.address()));
    Page page = browser.follow(browser.get(shown.address()));
    page = browser.follow(browser.submit(page, Map.of("device_user_code", shown.code())));
    for (int pages = 0; pages < PAGES_MAX; pages++) {
      if (page.text().contains("name=\"accept\"")) {
        browser.follow(browser.submit(page, Map.of("accept", "Yes")));
        return;
      }
      page = browser.follow(browser.submit(page, answer(page)));
    }
    throw new AssertionError("nothing to allow: " + page);
  }

  private Map<String, String> answer(Page page) {
    return page.text().contains("name=\"otp\"")
        ? Map.of("otp", OneTimeCode.of(username, Instant.now()))
        : Map.of("username", username, "password", "demo-" + username);
  }
}
