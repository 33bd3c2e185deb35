package io.sallyport.local.aws;

import io.sallyport.local.aws.sts.Sts;
import java.util.List;

/** All services there are. To add one: a line here. */
final class Services {

  private Services() {}

  static List<Service> all(Environment environment) {
    return List.of(new Sts(environment));
  }
}
