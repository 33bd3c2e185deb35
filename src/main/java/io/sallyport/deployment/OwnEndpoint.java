package io.sallyport.deployment;

import io.sallyport.aws.ResourceName;
import io.sallyport.models.ModelVersion;

/**
 * Each version answers at a SageMaker endpoint of its own (S13): what is not yet verified never
 * stands where consumers ask. Consumers know the name of the service alone; the service period says
 * which endpoint answers for it.
 */
final class OwnEndpoint {

  private OwnEndpoint() {}

  /**
   * Service name and number for people, then a hash over the version's id. Its model has it, too.
   */
  static ResourceName of(ModelVersion version) {
    String service = version.submission().endpoint().name();
    return ResourceName.of(version.id(), service, version.number());
  }

  /** The alarm on its errors. */
  static String alarm(ResourceName endpoint) {
    return "sallyport-" + endpoint + "-errors";
  }
}
