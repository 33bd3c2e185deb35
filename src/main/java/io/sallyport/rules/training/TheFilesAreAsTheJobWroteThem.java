package io.sallyport.rules.training;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/**
 * F07: what is fixed as training part and hold-out are the very bytes that the processing job says
 * it wrote. Nothing came between the job and the copy.
 */
public final class TheFilesAreAsTheJobWroteThem implements Rule<WrittenFiles> {

  @Override
  public String id() {
    return "training/the-files-are-as-the-job-wrote-them";
  }

  @Override
  public List<Finding> check(WrittenFiles facts) {
    if (facts.files().isEmpty()) {
      return List.of(finding("files of the job", "none", "at least 1"));
    }
    return facts.files().stream()
        .filter(file -> !file.copied().equals(file.reported()))
        .map(file -> finding(file.name(), "SHA-256 " + file.copied(), "SHA-256 " + file.reported()))
        .toList();
  }
}
