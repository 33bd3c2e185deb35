package io.sallyport.local.aws.sts;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.protocol.AwsQuery;
import io.sallyport.local.aws.protocol.Protocol;
import java.util.List;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** STS: who somebody is, and sessions of roles. */
public final class Sts implements Service {

  private final Protocol protocol = new AwsQuery("https://sts.amazonaws.com/doc/2011-06-15/");

  public Sts(Environment environment) {}

  @Override
  public String name() {
    return "sts";
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return List.of(
        Operation.of("GetCallerIdentity", GetCallerIdentityRequest::builder, Sts::identity));
  }

  private static GetCallerIdentityResponse identity(GetCallerIdentityRequest request, Call call) {
    return GetCallerIdentityResponse.builder()
        .account(call.caller().account())
        .arn(call.caller().arn())
        .userId(call.caller().accessKeyId())
        .build();
  }
}
