package io.sallyport.cli;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches the evidence package of a model version (S08). */
@Command(name = "export", description = "Fetch the evidence package of a model version.")
final class Export implements Callable<Integer> {

  private final Surroundings around;

  @Mixin private Asking asking = new Asking();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Else MODEL-VERSION.zip.")
  private String output = "";

  @Parameters(index = "0", paramLabel = "MODEL", description = "The model's name.")
  private String model = "";

  @Parameters(index = "1", paramLabel = "VERSION", description = "The version's number.")
  private int version;

  Export(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    byte[] zip =
        asking
            .server(around)
            .bytes(
                "GET",
                "/api/v1/models/" + Url.segment(model) + "/" + version + "/package",
                BodyPublishers.noBody(),
                "application/zip");
    String name = output.isEmpty() ? model + "-" + version + ".zip" : output;
    UserFiles.write(around.file(name), zip);
    around.out().println(name + ": " + zip.length + " bytes; ./sallyport verify " + name);
    return 0;
  }
}
