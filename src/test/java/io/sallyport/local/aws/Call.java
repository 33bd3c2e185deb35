package io.sallyport.local.aws;

import io.sallyport.local.aws.protocol.Request;
import java.io.InputStream;

/** What a handler may know beyond the members of its request. */
public record Call(Caller caller, String service, Request request, Access access) {

  /** The body, decoded and checked against its signature while it is read. */
  public InputStream body() {
    return request.body();
  }

  /** Refuses with AWS's words unless the caller may do this too. */
  public void needs(Permission permission) {
    access.require(this, permission);
  }

  /** Refuses unless the caller may hand this role to this service. */
  public void passes(String roleArn, String servicePrincipal) {
    needs(Permission.passRole(roleArn, servicePrincipal));
  }
}
