package io.sallyport.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** A1: nothing of the boundary on a laptop is reached from outside the laptop. */
@Tag("boundary")
class OnlyLoopbackTest {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final LocalBoundary boundary = LocalBoundary.shared();

  @Test
  void A1_every_part_answers_on_loopback_and_on_no_other_address() throws SocketException {
    List<InetAddress> outside = outside();
    assumeFalse(outside.isEmpty(), "this machine has no address but loopback");

    assertThat(parts())
        .allSatisfy(
            (part, port) -> {
              assertThat(answers(InetAddress.getLoopbackAddress(), port)).as(part).isTrue();
              assertThat(outside)
                  .allSatisfy(
                      address -> assertThat(answers(address, port)).as(part + address).isFalse());
            });
  }

  private Map<String, Integer> parts() {
    Environment settings = boundary.bean(Environment.class);
    String database = settings.getRequiredProperty("spring.datasource.url");
    return Map.of(
        "Sallyport", boundary.address().getPort(),
        "its health", settings.getRequiredProperty("local.management.port", Integer.class),
        "Keycloak", boundary.keycloak().issuer().getPort(),
        "AWS", boundary.aws().endpoint().getPort(),
        "PostgreSQL", URI.create(database.substring("jdbc:".length())).getPort());
  }

  private static List<InetAddress> outside() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), (int) PATIENCE.toMillis());
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
