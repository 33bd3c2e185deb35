package io.sallyport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends a submission (P1). */
@Command(name = "submit", description = "Submit a model version.")
final class Submit implements Callable<Integer> {

  private final Surroundings around;

  @Mixin private Asking asking = new Asking();

  @Parameters(paramLabel = "FILE", description = "The submission, YAML or JSON.")
  private String file = "";

  Submit(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    JsonNode accepted =
        asking
            .server(around)
            .post(
                "/api/v1/submissions", UserFiles.publisher(around.file(file)), "application/yaml");
    if (asking.json()) {
      around.out().println(Json.text(accepted));
    } else {
      String id = accepted.path("id").asText();
      int dash = id.lastIndexOf('-');
      around.out().println(said(accepted, id));
      if (dash > 0) {
        around
            .out()
            .println(
                "./sallyport status "
                    + id.substring(0, dash)
                    + " "
                    + id.substring(dash + 1)
                    + " --watch");
      }
    }
    return 0;
  }

  private static String said(JsonNode accepted, String id) {
    return accepted.path("submittedBefore").asBoolean()
        ? "You submitted the same before, as " + id + "; no second version was begun"
        : "Submitted as " + id;
  }
}
