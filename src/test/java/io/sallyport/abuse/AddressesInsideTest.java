package io.sallyport.abuse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.custody.proof.CanonicalJson;
import io.sallyport.local.LocalBoundary;
import io.sallyport.models.Submissions;
import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.rules.boundary.BoundaryRules;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.SubmissionReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Row 16 of the abuse suite: a submission whose addresses lead to the machine's own credentials or
 * to loopback is refused, and nobody ever calls there: a server on loopback listens.
 */
@Tag("boundary")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressesInsideTest {

  private final LocalBoundary boundary = LocalBoundary.shared();
  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer listening;

  @BeforeAll
  void listen() throws IOException {
    listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listening.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    listening.start();
  }

  @AfterAll
  void stop() {
    listening.stop(0);
  }

  static Stream<Arguments> addresses() {
    List<String> hosts =
        List.of("169.254.169.254", "127.0.0.1:PORT", "localhost:PORT", "[::1]:PORT", "2130706433");
    return hosts.stream()
        .flatMap(
            host ->
                Stream.of(
                    Arguments.of("/data/source", "http://" + host + "/latest/meta-data/iam"),
                    Arguments.of("/data/source", "s3://" + host + "/train.csv"),
                    Arguments.of(
                        "/containers/training", host + "/trainer@sha256:" + "a".repeat(64)),
                    Arguments.of("/containers/inference", "http://" + host + "/image")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("addresses")
  void R16_an_address_inside_is_refused_and_never_called(String pointer, String address) {
    String inside = address.replace("PORT", String.valueOf(listening.getAddress().getPort()));

    assertThat(findings(pointer, inside))
        .anySatisfy(finding -> assertThat(finding.subject()).startsWith(pointer));

    assertThat(calls).hasValue(0);
  }

  /** What the reader, or the book with live facts, finds; as the API would tell it. */
  private List<Finding> findings(String pointer, String address) {
    byte[] text = text(pointer, address);
    try {
      Submission submission = SubmissionReader.read(text);
      return BoundaryRules.BOOK.check(boundary.bean(Submissions.class).facts(submission));
    } catch (Refused unread) {
      return unread.findings();
    }
  }

  private byte[] text(String pointer, String address) {
    Submission good =
        boundary
            .sample("harbor")
            .submission(
                "inside",
                new StoredObject("s3://harbor-data/a.csv", "v1", "0".repeat(64), 1),
                "y",
                "0.85");
    String json = new String(CanonicalJson.write(SubmissionReader.tree(good)), UTF_8);
    String named = pointer.startsWith("/data") ? good.data().source().uri() : image(good, pointer);
    String quoted = '"' + named + '"';
    assertThat(json).contains(quoted);
    return json.replace(quoted, '"' + address + '"').getBytes(UTF_8);
  }

  private static String image(Submission good, String pointer) {
    return pointer.endsWith("training")
        ? good.containers().training()
        : good.containers().inference();
  }
}
