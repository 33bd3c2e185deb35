package io.sallyport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a model version stands, and why it waits (F31). */
@Command(
    name = "status",
    description = "Say what happened to a model version, where it stands and for whom it waits.")
final class Status implements Callable<Integer> {

  /** Milliseconds between two looks. */
  private static final long PAUSE_MILLIS = 2_000;

  /** Looks of one watch: an hour. */
  private static final int LOOKS_MAX = 1_800;

  /** Looks that may fail one after the other: a restart takes a minute. */
  private static final int MISSES_MAX = 30;

  private final Surroundings around;
  private int misses;

  @Mixin private Asking asking = new Asking();

  @Option(
      names = "--watch",
      description = "Look again until a person must act or its way has ended, for an hour at most.")
  private boolean watch;

  @Parameters(index = "0", paramLabel = "MODEL", description = "The model's name.")
  private String model = "";

  @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
  private int version;

  Status(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException {
    Server server = asking.server(around);
    List<String> told = List.of();
    for (int look = 0; look < LOOKS_MAX; look++) {
      Optional<JsonNode> status = look(server, look > 0);
      if (status.isPresent()) {
        told = tell(status.get(), told);
        if (!watch || isAtRest(status.get())) return 0;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw Failed.trouble("Still under way after an hour; ask again");
  }

  /** Empty where a watch that had begun met a trouble that may pass. */
  private Optional<JsonNode> look(Server server, boolean begun) {
    try {
      JsonNode status = server.get("/api/v1/models/" + Url.segment(model) + "/" + version);
      misses = 0;
      return Optional.of(status);
    } catch (Failed trouble) {
      boolean passes = begun && trouble.exitCode() == Failed.TROUBLE && ++misses <= MISSES_MAX;
      if (!passes) throw trouble;
      return Optional.empty();
    }
  }

  private List<String> tell(JsonNode status, List<String> told) {
    List<String> lines = asking.json() ? List.of(Json.text(status)) : lines(status);
    if (lines.equals(told)) return told;
    lines.stream().filter(new HashSet<>(told)::add).forEach(around.out()::println);
    around.out().flush();
    return lines;
  }

  private static boolean isAtRest(JsonNode status) {
    if (!status.path("state").asText().equals("in-progress")) return true;
    for (JsonNode wait : status.path("waits")) {
      if (wait.path("waitsFor").asText().equals("a person")) return true;
    }
    return false;
  }

  private static List<String> lines(JsonNode status) {
    List<String> lines = new ArrayList<>();
    for (JsonNode fact : status.path("facts")) {
      lines.add(fact.path("at").asText() + "  " + fact.path("kind").asText());
    }
    Json.findings(status.path("findings")).forEach(finding -> lines.add(finding.toString()));
    lines.add(status.path("id").asText() + " is " + status.path("state").asText());
    String sentence = status.path("sentence").asText();
    if (!sentence.isEmpty()) lines.add(sentence + ".");
    String detail = status.path("detail").asText();
    if (!detail.isEmpty()) lines.add(detail);
    return lines;
  }
}
