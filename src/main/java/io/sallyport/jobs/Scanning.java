package io.sallyport.jobs;

import io.sallyport.jobs.scan.ArtifactScanner;
import io.sallyport.rules.security.ArtifactScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Scans the model artifact of a training run (S10): reads {@code model.tar.gz}, writes {@code
 * artifact-scan.json}. What it does not understand is a finding in there, never a failed job.
 */
final class Scanning {

  private final MlFolders folders;
  private final Progress progress;

  Scanning(MlFolders folders, Progress progress) {
    this.folders = folders;
    this.progress = progress;
  }

  void run() throws IOException {
    Path artifact = folders.processingInput("model").resolve("model.tar.gz");
    if (!Files.isRegularFile(artifact)) throw new IOException("there is no " + artifact);
    progress.at(0);
    ArtifactScan scan = ArtifactScanner.scan(artifact);
    Json.write(folders.processingOutput("scan").resolve("artifact-scan.json"), scan);
    progress.say(scan.members().size() + " files, " + scan.findings().size() + " findings");
    progress.at(1);
  }
}
