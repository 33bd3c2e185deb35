package io.sallyport.local.keycloak;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person with a browser that has no script: keeps cookies, follows links one by one, fills in
 * forms. For tests of what goes over the wire.
 */
public final class Visitor {

  private static final int REDIRECTS_MAX = 15;

  private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI home;
  private final Map<String, String> cookies = new TreeMap<>();

  public Visitor(URI home) {
    this.home = home;
  }

  /** A visitor who went through banner, password and code; the page is what came after. */
  public static Visitor loggedIn(URI home, String username) {
    Visitor visitor = new Visitor(home);
    visitor.logIn(username);
    return visitor;
  }

  /** Goes through banner, password and one-time code. */
  public Page logIn(String username) {
    Page banner = follow(get("/consent"));
    Page password = follow(submit(banner, Map.of()));
    Page code =
        follow(submit(password, Map.of("username", username, "password", "demo-" + username)));
    return follow(submit(code, Map.of("otp", OneTimeCode.of(username, Instant.now()))));
  }

  /** Goes to the sign-in server's page and gives the code; ends at the call-back's redirect. */
  public Page signAt(URI stepUp, String username) {
    Page code = followWithin(get(stepUp.toString()), stepUp.getAuthority());
    Map<String, String> answer = Map.of("otp", OneTimeCode.of(username, Instant.now()));
    return submit(code, answer);
  }

  /**
   * Somebody else starts over on the page that asks for the code, logs in, and gives codes of his
   * own; ends at the call-back's redirect.
   */
  public Page anotherSignsAt(URI stepUp, String username) {
    Page code = followWithin(get(stepUp.toString()), stepUp.getAuthority());
    String query = URI.create(code.action()).getRawQuery();
    Page password =
        followWithin(
            get(code.at().resolve("/realms/sallyport/login-actions/restart?" + query).toString()),
            stepUp.getAuthority());
    Page login =
        followWithin(
            submit(password, Map.of("username", username, "password", "demo-" + username)),
            stepUp.getAuthority());
    Page signing =
        followWithin(
            submit(login, Map.of("otp", OneTimeCode.of(username, Instant.now()))),
            stepUp.getAuthority());
    return submit(signing, Map.of("otp", OneTimeCode.of(username, Instant.now())));
  }

  public Page get(String address) {
    return send(request(address).GET());
  }

  /** Posts as it is: no token is added. */
  public Page post(String address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(joining("&"));
    return send(
        request(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Fills in the last form of the page and sends it with its hidden fields. */
  public Page submit(Page page, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(page.hidden());
    all.putAll(fields);
    return post(page.at().resolve(page.action()).toString(), all);
  }

  /** Follows redirects to the end. */
  public Page follow(Page page) {
    return followWithin(page, "");
  }

  /** Follows redirects while they lead to this host and port; empty: everywhere. */
  public Page followWithin(Page page, String authority) {
    Page at = page;
    for (int hops = 0; at.isRedirect(); hops++) {
      if (hops > REDIRECTS_MAX) throw new IllegalStateException("too many redirects: " + at);
      URI next = at.location();
      if (!authority.isEmpty() && !authority.equals(next.getAuthority())) return at;
      at = get(next.toString());
    }
    return at;
  }

  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public void setCookie(String name, String value) {
    cookies.put(name, value);
  }

  private HttpRequest.Builder request(String address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home.resolve(address))
            .timeout(Duration.ofSeconds(30))
            .header("Accept", "text/html,*/*;q=0.8"); // else Keycloak answers for a machine
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(joining("; ")));
    }
    return request;
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      answer.headers().allValues("set-cookie").forEach(this::keep);
      return new Page(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    String pair = header.split(";", 2)[0];
    int equals = pair.indexOf('=');
    String value = pair.substring(equals + 1);
    boolean gone = value.isEmpty() || header.contains("Max-Age=0");
    if (gone) cookies.remove(pair.substring(0, equals));
    else cookies.put(pair.substring(0, equals), value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** An answer. */
  public record Page(HttpResponse<String> answer) {

    public int status() {
      return answer.statusCode();
    }

    public String text() {
      return answer.body();
    }

    public URI at() {
      return answer.uri();
    }

    public String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }

    public boolean isRedirect() {
      return status() / 100 == 3;
    }

    /** Where a redirect leads. */
    public URI location() {
      return at().resolve(header("location"));
    }

    /** A hidden field of the page's forms. */
    public String hidden(String name) {
      return hidden().getOrDefault(name, "");
    }

    String action() {
      Matcher forms = FORM.matcher(text());
      String last = null;
      while (forms.find()) last = forms.group(1);
      if (last == null) throw new IllegalStateException("no form at " + at() + ":\n" + text());
      return last.replace("&amp;", "&");
    }

    Map<String, String> hidden() {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher inputs = HIDDEN.matcher(text());
      while (inputs.find()) {
        Matcher name = NAME.matcher(inputs.group());
        Matcher value = VALUE.matcher(inputs.group());
        if (name.find()) fields.put(name.group(1), value.find() ? value.group(1) : "");
      }
      return fields;
    }

    @Override
    public String toString() {
      return status() + " " + at() + " -> " + header("location") + "\n" + text();
    }
  }
}
