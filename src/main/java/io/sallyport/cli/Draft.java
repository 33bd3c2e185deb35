package io.sallyport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sallyport.rules.boundary.Drafts;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.Submission.ObjectVersion;
import io.sallyport.rules.boundary.SubmissionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Uploads a newcomer's own data and writes a complete submission for it (W4). */
@Command(
    name = "draft",
    description = {
      "Upload a CSV file and write a complete submission for it, NAME.yaml.",
      "Says beforehand when rows or a class are too few for Gate 1."
    })
final class Draft implements Callable<Integer> {

  /** How long the drafted envelope lasts. */
  private static final int MONTHS = 12;

  private final Surroundings around;

  @Mixin private Asking asking = new Asking();

  @Option(names = "--label", required = true, description = "The column to predict.")
  private String label = "";

  @Option(names = "--program", description = "Else sentinel, the demo program.")
  private String program = "sentinel";

  @Option(names = "--model", paramLabel = "NAME", description = "Else the file's name.")
  private String model = "";

  @Option(
      names = "--trainer",
      paramLabel = "IMAGE",
      description =
          "Image that trains and answers, by digest; else the first the program proposes.")
  private String trainer = "";

  @Option(names = "--force", description = "Replace a submission of that name.")
  private boolean force;

  @Parameters(paramLabel = "FILE.csv", description = "The data: a header, then a row a line.")
  private String file = "";

  Draft(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Path path = around.file(file);
    String written = name(path) + ".yaml";
    if (Files.exists(around.file(written)) && !force) {
      throw Failed.trouble(
          written + " is there already: --force replaces it, --model gives another name");
    }
    CsvSurvey survey = CsvSurvey.of(path, label);
    Server server = asking.server(around);
    Drafts.Ground ground = ground(new Programs(server, around).ask(program).program());
    Drafts.warnings(survey.sample(), label)
        .forEach(warning -> around.err().println("warning: " + warning));
    JsonNode stored = upload(server, path);
    Submission draft =
        Drafts.of(
            new Drafts.Wish(name(path), label, survey.delimiter(), expires()),
            survey.sample(),
            ground,
            new ObjectVersion(stored.path("uri").asText(), stored.path("versionId").asText()));
    UserFiles.write(around.file(written), yaml(draft).getBytes(UTF_8));
    tell(stored, written);
    return 0;
  }

  private Drafts.Ground ground(Program known) {
    if (trainer.isEmpty() && known.images().isEmpty()) {
      throw Failed.trouble("The program proposes no image: name one by --trainer IMAGE@sha256:…");
    }
    return new Drafts.Ground(known, trainer.isEmpty() ? known.images().get(0) : trainer);
  }

  private JsonNode upload(Server server, Path path) {
    return server.post(
        "/api/v1/programs/" + Url.segment(program) + "/data?name=" + Url.segment(fileName(path)),
        UserFiles.publisher(path),
        "text/csv");
  }

  private void tell(JsonNode stored, String written) {
    if (asking.json()) {
      around.out().println(Json.text(stored));
      return;
    }
    around.out().println("Uploaded " + stored.path("uri").asText());
    around.out().println("version  " + stored.path("versionId").asText());
    around.out().println("SHA-256  " + stored.path("sha256").asText());
    around.out().println("Read " + written + ", then: ./sallyport submit " + written);
  }

  private String name(Path path) {
    String words = model.isEmpty() ? fileName(path).replaceFirst("\\.[^.]*$", "") : model;
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName()).replaceAll("[^A-Za-z0-9._-]+", "-");
  }

  private LocalDate expires() {
    return LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC).plusMonths(MONTHS);
  }

  private static String yaml(Submission draft) {
    try {
      return new YAMLMapper().writeValueAsString(SubmissionReader.tree(draft));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
