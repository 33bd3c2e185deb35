package io.sallyport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sallyport.rules.boundary.Drafts;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import io.sallyport.rules.boundary.Submission.ObjectVersion;
import io.sallyport.rules.boundary.SubmissionReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Uploads a newcomer's own data and writes a complete submission for it (W4). */
@Command(name = "draft", description = "Upload a CSV file and write a complete submission for it.")
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

  @Parameters(paramLabel = "FILE.csv")
  private String file = "";

  Draft(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Path path = around.file(file);
    CsvSurvey survey = CsvSurvey.of(path, label);
    Server server = asking.server(around);
    JsonNode known = server.get("/api/v1/programs/" + Url.segment(program));
    String image = trainer.isEmpty() ? known.path("images").path(0).asText() : trainer;
    if (image.isEmpty()) {
      throw Failed.trouble("The program proposes no image: name one by --trainer IMAGE@sha256:…");
    }
    List<String> warnings = Drafts.warnings(survey.sample(), label);
    warnings.forEach(warning -> around.err().println("warning: " + warning));
    JsonNode stored =
        server.post(
            "/api/v1/programs/"
                + Url.segment(program)
                + "/data?name="
                + Url.segment(fileName(path)),
            UserFiles.publisher(path),
            "text/csv");
    Submission draft =
        Drafts.of(
            new Drafts.Wish(name(path), label, survey.delimiter(), expires()),
            survey.sample(),
            new Drafts.Ground(program(known), image),
            new ObjectVersion(stored.path("uri").asText(), stored.path("versionId").asText()));
    String written = draft.model() + ".yaml";
    UserFiles.write(around.file(written), yaml(draft).getBytes(UTF_8));
    tell(stored, written);
    return 0;
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

  private static Program program(JsonNode known) {
    try {
      return Json.MAPPER
          .readerFor(Program.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(known.toString());
    } catch (JsonProcessingException unknown) {
      throw Failed.trouble("The server describes the program in another form than this command");
    }
  }

  private static String yaml(Submission draft) {
    try {
      return new YAMLMapper().writeValueAsString(SubmissionReader.tree(draft));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
