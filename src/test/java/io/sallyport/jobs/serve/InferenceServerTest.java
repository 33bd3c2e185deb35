package io.sallyport.jobs.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.jobs.MainProcess;
import io.sallyport.jobs.MlFolders;
import io.sallyport.jobs.train.Predictor;
import io.sallyport.jobs.train.TrainingFolder;
import io.sallyport.jobs.train.TrainingTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InferenceServerTest {

  private static final int DEADLINE_SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private TrainingFolder job;
  private InferenceServer server;

  @BeforeAll
  void train_and_serve(@TempDir Path folder) throws Exception {
    job = new TrainingFolder(folder);
    job.data(TrainingTest.classes(300)).told("label", "kind", "trees", "10").train();
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = new InferenceServer(anyPort, Predictor.load(job.folders().model()));
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void L3_rows_are_answered_in_order_a_line_each() throws Exception {
    HttpResponse<String> answer = post("text/csv; charset=utf-8", "5,north\r\n\"95\",south\n,NA\n");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/jsonlines");
    assertThat(answer.body().lines())
        .containsExactlyElementsOf(job.answers("5,north", "95,south", ",NA"));
    assertThat(get("/ping").statusCode()).isEqualTo(200);
  }

  @Test
  void L3_an_unknown_category_is_none_of_those_known() throws Exception {
    String unknown = post("text/csv", "5,unheard of").body();

    assertThat(post("text/csv", "5,").body()).isEqualTo(unknown);
    assertThat(post("text/csv", "5,north").body()).isNotEqualTo(unknown);
  }

  @Test
  void L3_rows_that_cannot_be_read_are_all_named() throws Exception {
    HttpResponse<String> answer = post("text/csv", "5,north\n\"1,5\",north\n1,2,3\n");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"message\":\"serving/numbers-are-numbers: line 2, column 'size' is '1,5'; the limit"
                + " is a number such as -1.5, or nothing; serving/rows-fit-the-model: line 3 is 3"
                + " values; the limit is 2 values, in the order of training, without the"
                + " label\"}\n");
  }

  @Test
  void L3_what_is_no_request_gets_a_plain_answer() throws Exception {
    assertThat(post("text/csv", "").statusCode()).isEqualTo(400);
    assertThat(post("text/csv", "1,\"open").statusCode()).isEqualTo(400);
    assertThat(post("application/json", "{}").statusCode()).isEqualTo(415);
    assertThat(get("/invocations").statusCode()).isEqualTo(405);
    assertThat(get("/pings").statusCode()).isEqualTo(404);
    String large = "1,north\n".repeat(InferenceServer.BODY_BYTES_MAX / 8 + 1);
    assertThat(post("text/csv", large).statusCode()).isEqualTo(413);
  }

  @Test
  void L3_a_JVM_of_its_own_answers_the_same_and_stops_when_told() throws Exception {
    int port = freePort();
    Process process = serving(port);
    try {
      BufferedReader printed = process.inputReader();
      assertThat(printed.readLine()).isEqualTo("serving on port " + port);
      HttpResponse<String> answer = send(port, request("text/csv", "5,north\n95,south"));
      assertThat(answer.body().lines())
          .containsExactlyElementsOf(job.answers("5,north", "95,south"));
      process.destroy();
      assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }

  private Process serving(int port) throws IOException {
    ProcessBuilder builder = MainProcess.of("-Xmx256m", "serve");
    builder.environment().put(MlFolders.ROOT, job.root().toString());
    builder.environment().put(ServeCommand.PORT, Integer.toString(port));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private HttpResponse<String> post(String type, String body) throws Exception {
    return send(server.port(), request(type, body));
  }

  private static HttpRequest.Builder request(String type, String body) {
    return HttpRequest.newBuilder()
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://localhost:" + server.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(int port, HttpRequest.Builder request) throws Exception {
    URI uri = URI.create("http://localhost:" + port + "/invocations");
    return client.send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
