package io.sallyport.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks an endpoint for predictions (P6). */
@Command(
    name = "predict",
    description = "Ask an endpoint: a JSON line for each row. Rows without header and label.")
final class Predict implements Callable<Integer> {

  private final Surroundings around;

  @Mixin private Asking asking = new Asking();

  @Parameters(index = "0", paramLabel = "ENDPOINT", description = "Its name in the submission.")
  private String endpoint = "";

  @Parameters(index = "1", paramLabel = "FILE.csv", description = "The rows; at most 6 MiB.")
  private String file = "";

  Predict(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    byte[] answer =
        asking
            .server(around)
            .bytes(
                "POST",
                "/api/v1/endpoints/" + Url.segment(endpoint) + "/invocations",
                UserFiles.publisher(around.file(file)),
                "text/csv");
    around.out().print(new String(answer, StandardCharsets.UTF_8));
    return 0;
  }
}
