package io.sallyport.local.aws.sagemaker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A model's container that answers: {@code serve} as a child process on a port of its own, the
 * model unpacked in {@code /opt/ml/model}, ready once {@code GET /ping} is 200.
 */
final class ServeContainer implements AutoCloseable {

  private static final Duration PING_EVERY = Duration.ofMillis(50);
  private static final Duration PING_TIME_MAX = Duration.ofSeconds(2);
  private static final Duration INVOCATION_TIME_MAX = Duration.ofSeconds(60);

  /** What the container answered. */
  record Answer(int status, String contentType, SdkBytes body) {}

  private final MlRoot root;
  private final Child child;
  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PING_TIME_MAX)
          .build();

  private ServeContainer(MlRoot root, Child child, int port) {
    this.root = root;
    this.child = child;
    this.address = URI.create("http://127.0.0.1:" + port);
  }

  static ServeContainer start(Path imageFolder, byte[] model, Map<String, String> environment)
      throws IOException {
    MlRoot root = MlRoot.create();
    if (model.length > 0) Tarball.unpack(model, root.folder().resolve("model"));
    int port = freePort();
    ContainerImage image = ContainerImage.read(imageFolder);
    Map<String, String> asked = new LinkedHashMap<>(environment);
    asked.put("SAGEMAKER_BIND_TO_PORT", Integer.toString(port));
    Child child =
        Child.start(image.with(List.of("serve")), root.environment(image, asked), root.folder());
    return new ServeContainer(root, child, port);
  }

  private static int freePort() throws IOException {
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket socket = new ServerSocket(0, 1, here)) {
      return socket.getLocalPort();
    }
  }

  /** Whether {@code /ping} became 200 within the time; a container that ended never will. */
  boolean isReadyWithin(Duration time) throws InterruptedException {
    long deadline = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < deadline && child.isAlive()) {
      if (ping()) return true;
      TimeUnit.MILLISECONDS.sleep(PING_EVERY.toMillis());
    }
    return false;
  }

  private boolean ping() throws InterruptedException {
    HttpRequest ping =
        HttpRequest.newBuilder(address.resolve("/ping")).timeout(PING_TIME_MAX).build();
    try {
      return http.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Posts to {@code /invocations}; headers without a value are left out by the caller. */
  Answer invoke(byte[] body, Map<String, String> headers) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve("/invocations"))
            .timeout(INVOCATION_TIME_MAX)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    String type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
    return new Answer(answer.statusCode(), type, SdkBytes.fromByteArray(answer.body()));
  }

  String logTail() {
    return child.log().text(ProcessingJobs.EXIT_MESSAGE_LENGTH_MAX);
  }

  @Override
  public void close() {
    child.close();
    root.close();
  }
}
