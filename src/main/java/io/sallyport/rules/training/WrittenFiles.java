package io.sallyport.rules.training;

import java.util.List;

/** The files of a processing job, each as the job reports it and as it was copied. */
public record WrittenFiles(List<Written> files) {

  /**
   * A file.
   *
   * @param reported SHA-256 that the job says it wrote, hex
   * @param copied SHA-256 of the bytes that were copied to their digest, hex
   */
  public record Written(String name, String reported, String copied) {}

  public WrittenFiles {
    files = List.copyOf(files);
  }
}
