package io.sallyport.models;

import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.models.Submissions.Submitted;
import io.sallyport.rules.Finding;
import io.sallyport.rules.boundary.SubmissionReader;
import io.sallyport.rules.boundary.SubmissionSchema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submissions over REST (P1, W3): JSON or YAML, linted or taken in. */
@RestController
@RequestMapping("/api/v1")
class SubmissionController {

  private final Submissions submissions;

  SubmissionController(Submissions submissions) {
    this.submissions = submissions;
  }

  /**
   * What became of a submission.
   *
   * @param submittedBefore whether the version lived already: nothing new was begun
   */
  record Accepted(String id, String url, boolean submittedBefore) {}

  /** All that is wrong with a document; nothing was started. */
  record Linted(boolean clean, List<Finding> findings) {}

  /** Can be repeated: a client that lost the answer sends the same again. */
  @ApiResponse(responseCode = "201", description = "A version was begun.")
  @ApiResponse(
      responseCode = "200",
      description = "The sender began this version by the same document before; it lives.")
  @Permitted(value = Role.ML_ENGINEER, machines = true)
  @PostMapping("/submissions")
  ResponseEntity<Accepted> submit(Person person, HttpServletRequest request) throws IOException {
    Submitted submitted = submissions.submit(body(request), person);
    ModelVersion version = submitted.version();
    String url = "/api/v1/models/" + version.model() + "/" + version.number();
    HttpStatus status = submitted.before() ? HttpStatus.OK : HttpStatus.CREATED;
    return ResponseEntity.status(status)
        .location(URI.create(url))
        .body(new Accepted(version.id(), url, submitted.before()));
  }

  @Permitted(value = Role.ML_ENGINEER, machines = true)
  @PostMapping("/submissions/lint")
  Linted lint(Person person, HttpServletRequest request) throws IOException {
    List<Finding> findings = submissions.lint(body(request), person);
    return new Linted(findings.isEmpty(), findings);
  }

  @Permitted(machines = true)
  @GetMapping(value = "/schemas/submission", produces = MediaType.APPLICATION_JSON_VALUE)
  String schema() {
    return SubmissionSchema.text();
  }

  /** One byte more than allowed is enough for the reader to refuse it. */
  private static byte[] body(HttpServletRequest request) throws IOException {
    return request.getInputStream().readNBytes(SubmissionReader.SIZE_BYTES_MAX + 1);
  }
}
