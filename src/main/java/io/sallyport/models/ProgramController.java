package io.sallyport.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.aws.objects.StoredObject;
import io.sallyport.aws.objects.Upload;
import io.sallyport.aws.objects.Uploads;
import io.sallyport.rules.Refused;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.technical.Floors;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a program may use, and the way for data into its bucket (S01, W4). */
@RestController
@RequestMapping("/api/v1/programs/{program}")
class ProgramController {

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  /** The allow-list, and beside its members what the program's tier asks for at least. */
  record Told(@JsonUnwrapped Program program, Floors floors) {}

  private final Programs programs;
  private final TierFloors floors;
  private final Uploads uploads;
  private final Settings settings;

  ProgramController(Programs programs, TierFloors floors, Uploads uploads, Settings settings) {
    this.programs = programs;
    this.floors = floors;
    this.uploads = uploads;
    this.settings = settings;
  }

  /** The bar that a submission is judged by, for those who belong to the program. */
  @Permitted(machines = true)
  @GetMapping
  Told show(@PathVariable String program, Person person) {
    if (!person.belongsTo(program)) {
      throw new Forbidden(
          "program/its-people-see-it", program, person.username(), "people of the program");
    }
    Program known = known(program);
    return new Told(known, floors.of(known.tier()));
  }

  /** Streams a data set into the program's bucket; the answer names its exact version. */
  @Permitted(value = Role.ML_ENGINEER, machines = true)
  @PostMapping("/data")
  @ResponseStatus(HttpStatus.CREATED)
  StoredObject upload(
      @PathVariable String program,
      @RequestParam String name,
      Person person,
      HttpServletRequest request)
      throws IOException {
    Submissions.requireEngineer(program, person);
    Program known = known(program);
    if (!FILE_NAME.matcher(name).matches()) {
      throw new Refused("data/file-name", "name", name, FILE_NAME.pattern());
    }
    refuseIfAnnouncedTooLarge(request);
    return uploads.upload(
        new Upload(
            known.dataBuckets().get(0),
            "uploads/" + name,
            known.keys().get(0),
            settings.uploadSizeMax().toBytes()),
        request.getInputStream());
  }

  private void refuseIfAnnouncedTooLarge(HttpServletRequest request) {
    long most = settings.uploadSizeMax().toBytes();
    if (request.getContentLengthLong() > most) {
      throw new Refused(
          "data/size-limit",
          "the upload",
          request.getContentLengthLong() + " bytes",
          "at most " + most + " bytes");
    }
  }

  private Program known(String program) {
    return programs.find(program).orElseThrow(() -> Submissions.unknownProgram(program));
  }
}
