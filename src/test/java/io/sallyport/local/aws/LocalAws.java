package io.sallyport.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sallyport.local.aws.iam.AccessKey;
import io.sallyport.local.aws.iam.Identities;
import io.sallyport.local.aws.policy.Policies;
import io.sallyport.local.aws.policy.VpcEndpoints;
import io.sallyport.local.aws.protocol.Answer;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.Request;
import io.sallyport.local.aws.protocol.RestXml;
import io.sallyport.local.aws.signature.Authentication;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * AWS on one port of this machine, for the real SDK, the AWS command line and boto3: account
 * {@value Arn#ACCOUNT}, region {@value Arn#REGION}. What it does not know it refuses by name.
 */
public final class LocalAws implements AutoCloseable {

  /**
   * How it is started: a port (0: any free one), a folder that keeps its state (none: gone with
   * it), the clock, ids, and how long a change in IAM needs to take effect.
   */
  public record Options(int port, Optional<Path> folder, Clock clock, Ids ids, Duration iamDelay) {

    public static Options inMemory() {
      return new Options(
          0, Optional.empty(), Clock.systemUTC(), new Ids(new SecureRandom()), Duration.ZERO);
    }

    public Options onPort(int other) {
      return new Options(other, folder, clock, ids, iamDelay);
    }

    public Options in(Path other) {
      return new Options(port, Optional.of(other), clock, ids, iamDelay);
    }

    public Options at(Clock other) {
      return new Options(port, folder, other, ids, iamDelay);
    }

    public Options withIamDelay(Duration other) {
      return new Options(port, folder, clock, ids, other);
    }
  }

  private static final Logger LOG = System.getLogger(LocalAws.class.getName());

  /** Calls answered at once; long polls hold one each. */
  private static final int THREADS_MAX = 64;

  private final HttpServer inside;
  private final HttpServer outside;
  private final ExecutorService threads;
  private final Environment environment;
  private final Backstage backstage;
  private final List<Service> services;
  private final FrontDoor frontDoor;
  private final Faults faults = new Faults();
  private final boolean keepsFiles;

  private LocalAws(Options options) throws IOException {
    inside = server(options.port());
    outside = server(0);
    threads = threads("local-aws-" + inside.getAddress().getPort());
    keepsFiles = options.folder().isPresent();
    environment = environment(options, uri(inside));
    backstage = new Backstage(environment);
    services = Services.all(environment, backstage);
    Authentication authentication =
        new Authentication(environment.identities(), environment.clock());
    frontDoor =
        new FrontDoor(services, authentication, environment.policies(), faults, environment.ids());
    open(inside, UnaryOperator.identity());
    open(outside, Request::fromOutside);
    backstage.resume();
  }

  /** Without this property every answer waits 40 ms for Nagle's algorithm. */
  private static HttpServer server(int port) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return HttpServer.create(new InetSocketAddress(here, port), 0);
  }

  private static URI uri(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Environment environment(Options options, URI endpoint) throws IOException {
    Path folder =
        options.folder().isPresent()
            ? options.folder().get()
            : Files.createTempDirectory("local-aws");
    Journal journal =
        options
            .folder()
            .map(path -> Journal.in(path.resolve("journal")))
            .orElseGet(Journal::inMemory);
    Clock clock = options.clock();
    Identities identities = new Identities(journal, clock, options.ids(), options.iamDelay());
    VpcEndpoints doors = new VpcEndpoints(journal);
    Policies policies = new Policies(identities, doors, clock);
    return new Environment(
        endpoint, folder, journal, clock, options.ids(), identities, policies, doors);
  }

  private void open(HttpServer server, UnaryOperator<Request> way) {
    server.setExecutor(threads);
    server.createContext("/", exchange -> exchange(exchange, way));
    server.start();
  }

  private static ExecutorService threads(String name) {
    return new ThreadPoolExecutor(
        4,
        THREADS_MAX,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> new Thread(work, name),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  public static LocalAws start(Options options) {
    try {
      return new LocalAws(options);
    } catch (IOException e) {
      throw new UncheckedIOException("starting the local AWS on port " + options.port(), e);
    }
  }

  /** {@code http://127.0.0.1:<port>}. */
  public URI endpoint() {
    return environment.endpoint();
  }

  /** The same AWS, not through the VPC's endpoints: for callers from outside. */
  public URI outside() {
    return uri(outside);
  }

  /** The administrator's key, for seeding through the real SDK. */
  public AwsBasicCredentials rootCredentials() {
    AccessKey key = environment.identities().root();
    return AwsBasicCredentials.create(key.id(), key.secret());
  }

  /** What is put in behind the wire: images, scans, network, disorder of events. */
  public Backstage backstage() {
    return backstage;
  }

  public Faults faults() {
    return faults;
  }

  /** From now on no container starts or stops; what is asked for waits. */
  public void hold() {
    backstage.sageMaker().hold();
  }

  /** What waited starts or stops. */
  public void letGo() {
    backstage.sageMaker().letGo();
  }

  /** Jobs have ended, endpoints answer or are gone, nothing waits. */
  public boolean isQuiet() {
    return backstage.sageMaker().isQuiet();
  }

  /** Now, while AWS is held and nothing is at work: to come back to it. */
  public Moment moment() {
    return new Moment(environment.journal(), backstage.sageMaker());
  }

  /** What the services stand on: for tests that look behind the wire. */
  public Environment environment() {
    return environment;
  }

  private void exchange(HttpExchange exchange, UnaryOperator<Request> way) throws IOException {
    try {
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
              exchange.getRequestHeaders(),
              exchange.getRequestBody());
      Optional<Answer> answer = answer(way.apply(request));
      if (answer.isPresent()) {
        send(exchange, answer.get());
      }
    } finally {
      exchange.close();
    }
  }

  private Optional<Answer> answer(Request request) {
    try {
      return frontDoor.answer(request);
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.ERROR, "the local AWS is at fault: " + request.rawPath(), e);
      AwsError error = new AwsError("InternalFailure", 500, "The local AWS is at fault: " + e);
      return Optional.of(new RestXml().error(error, "none"));
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    long length = answer.content().length();
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().putIfAbsent("Content-Length", List.of(String.valueOf(length)));
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        answer.content().writeTo(out);
      }
    }
  }

  /** Stops; leaves no thread, and no file unless it was given a folder. */
  @Override
  public void close() {
    inside.stop(0);
    outside.stop(0);
    services.forEach(Service::close);
    threads.shutdownNow();
    try {
      threads.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    environment.journal().close();
    if (!keepsFiles) {
      FileSystemUtils.deleteRecursively(environment.folder().toFile());
    }
  }
}
