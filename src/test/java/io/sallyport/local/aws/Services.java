package io.sallyport.local.aws;

import io.sallyport.local.aws.iam.Iam;
import io.sallyport.local.aws.kms.Kms;
import io.sallyport.local.aws.sts.Sts;
import java.util.ArrayList;
import java.util.List;

/** All services there are. To add one: a line here. */
final class Services {

  private Services() {}

  static List<Service> all(Environment environment, Backstage backstage) {
    List<Service> all = new ArrayList<>(backstage.services());
    all.addAll(List.of(new Iam(environment), new Sts(environment), new Kms(environment)));
    return all;
  }
}
