package io.sallyport.audit;

import io.sallyport.authority.Person;
import io.sallyport.authority.VersionLink;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.VersionPanel;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where those who may have the evidence package find it (S08). */
@Component
class PackagePanel implements VersionPanel {

  /** The panel: where the package is, and the name under which it is saved. */
  record Content(String address, String file) {}

  @Override
  public int order() {
    return 120;
  }

  @Override
  public String template() {
    return "audit/package";
  }

  @Override
  public Optional<Content> content(ModelVersion version, Person person) {
    if (!PackageController.mayExport(version, person)) return Optional.empty();
    String address = VersionLink.of(version.id()) + "/package";
    return Optional.of(new Content(address, version.id() + ".zip"));
  }
}
