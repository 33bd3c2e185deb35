package io.sallyport.deployment;

import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.aws.serving.ModelAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Predictions over REST (P6): raw rows as CSV in, a JSON line for each row out. Who may ask, the
 * authorization in force says.
 */
@RestController
class PredictionController {

  /** SageMaker's own limit of a request's body. */
  private static final int BODY_BYTES_MAX = 6_291_456;

  private final Predictions predictions;

  PredictionController(Predictions predictions) {
    this.predictions = predictions;
  }

  @Permitted(machines = true)
  @PostMapping(
      value = "/api/v1/endpoints/{name:[A-Za-z0-9-]{1,63}}/invocations",
      consumes = "text/csv")
  ResponseEntity<byte[]> invoke(
      @PathVariable String name, Person requester, HttpServletRequest request) throws IOException {
    byte[] rows = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
    if (rows.length > BODY_BYTES_MAX) {
      throw new ResponseStatusException(
          HttpStatus.PAYLOAD_TOO_LARGE, "At most " + BODY_BYTES_MAX + " bytes of rows a request.");
    }
    ModelAnswer answer = predictions.predict(name, rows, requester);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(answer.contentType()))
        .body(answer.body());
  }
}
