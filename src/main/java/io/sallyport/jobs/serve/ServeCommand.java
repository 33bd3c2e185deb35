package io.sallyport.jobs.serve;

import io.sallyport.jobs.MlFolders;
import io.sallyport.jobs.train.Predictor;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * {@code serve}: answers with the model of {@code model/} until SIGTERM, by SageMaker's container
 * contract. The port is {@code SAGEMAKER_BIND_TO_PORT}, else 8080; the address {@code
 * SALLYPORT_BIND_ADDRESS}, else every address in a container and loopback where {@code
 * SALLYPORT_ML_ROOT} says that this is none. Exit 1: the model could not be loaded.
 */
public final class ServeCommand {

  static final String PORT = "SAGEMAKER_BIND_TO_PORT";
  static final String ADDRESS = "SALLYPORT_BIND_ADDRESS";

  private ServeCommand() {}

  public static int run(List<String> arguments) {
    return run(System.getenv(), System.out);
  }

  static int run(Map<String, String> environment, PrintStream out) {
    try {
      Predictor predictor = Predictor.load(MlFolders.of(environment).model());
      try (InferenceServer server = new InferenceServer(address(environment), predictor)) {
        out.println("serving on port " + server.port());
        untilStopped(server);
      }
      return 0;
    } catch (Refused refused) {
      System.err.println(refused.getMessage());
    } catch (IOException | RuntimeException failure) {
      System.err.println("serving failed: " + failure);
    }
    return 1;
  }

  private static InetSocketAddress address(Map<String, String> environment) throws IOException {
    int port = Integer.parseInt(environment.getOrDefault(PORT, "8080"));
    String address = environment.get(ADDRESS);
    if (address != null) return new InetSocketAddress(InetAddress.getByName(address), port);
    return environment.containsKey(MlFolders.ROOT)
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
        : new InetSocketAddress(port);
  }

  /** SIGTERM runs the hook: requests under way are answered first. */
  private static void untilStopped(InferenceServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-serving"));
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
