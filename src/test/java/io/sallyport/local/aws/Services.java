package io.sallyport.local.aws;

import io.sallyport.local.aws.iam.Iam;
import io.sallyport.local.aws.kms.Kms;
import io.sallyport.local.aws.s3.S3;
import io.sallyport.local.aws.sts.Sts;
import java.util.ArrayList;
import java.util.List;

/** All services there are. To add one: a line here. */
final class Services {

  private Services() {}

  static List<Service> all(Environment environment, Backstage backstage) {
    Kms kms = new Kms(environment);
    S3 s3 = new S3(environment, kms.keyring());
    List<Service> all = new ArrayList<>(backstage.services());
    all.addAll(List.of(new Iam(environment), new Sts(environment), kms, s3));
    return all;
  }
}
