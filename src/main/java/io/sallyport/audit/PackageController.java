package io.sallyport.audit;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.custody.proof.EvidencePackage;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands out evidence packages. They hold the numbers of Gate 1, so that a submitter never gets one
 * of his own version, whatever else he is (design, trust 3).
 */
@Controller
class PackageController {

  private static final List<Role> READERS =
      List.of(Role.AUDITOR, Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL);

  private final Models models;
  private final Packages packages;

  PackageController(Models models, Packages packages) {
    this.models = models;
    this.packages = packages;
  }

  @Permitted({Role.AUDITOR, Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL})
  @GetMapping({
    "/api/v1/models/{model}/{version:[0-9]{1,9}}/package",
    "/models/{model}/{version:[0-9]{1,9}}/package"
  })
  void export(
      @PathVariable String model,
      @PathVariable int version,
      Person person,
      HttpServletResponse response)
      throws IOException {
    ModelVersion found =
        models
            .find(model, version)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    requireReader(found, person);
    EvidencePackage packed = packages.export(found);
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.id() + ".zip\"");
    packed.write(response.getOutputStream());
  }

  /** Whether the person would get the package. */
  static boolean mayExport(ModelVersion version, Person person) {
    return isReader(version, person) && !version.isSubmittedBy(person);
  }

  private static boolean isReader(ModelVersion version, Person person) {
    return READERS.stream().anyMatch(role -> person.is(role, version.program()));
  }

  private static void requireReader(ModelVersion version, Person person) {
    if (!isReader(version, person)) {
      throw new Forbidden(
          "audit/readers-of-the-program-export",
          person.username(),
          "none of them in " + version.program(),
          "auditors, technical authorities and authorizing officials of the program");
    }
    if (version.isSubmittedBy(person)) {
      throw new Forbidden(
          "audit/a-submitter-sees-no-numbers",
          person.username(),
          "the submitter of " + version.id(),
          "everybody but its submitter");
    }
  }
}
