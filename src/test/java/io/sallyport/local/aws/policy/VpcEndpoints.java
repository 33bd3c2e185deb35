package io.sallyport.local.aws.policy;

import io.sallyport.local.aws.Journal;
import io.sallyport.local.aws.Table;
import java.util.List;
import java.util.Optional;

/**
 * The doors of the VPC: whoever calls {@code LocalAws.endpoint()} comes through the door of the
 * service, if there is one; whoever calls {@code outside()} comes through none.
 */
public final class VpcEndpoints {

  /** A door: its id, the service's name as IAM has it, and its policy. */
  public record VpcEndpoint(String id, String service, String policy) {}

  private final Table<VpcEndpoint> table;

  public VpcEndpoints(Journal journal) {
    this.table = journal.table("vpc-endpoint", VpcEndpoint.class);
  }

  /** Puts a door, or gives it another policy. */
  public void put(VpcEndpoint endpoint) {
    Document.parse(endpoint.policy());
    table.put(endpoint.service(), endpoint);
  }

  public Optional<VpcEndpoint> find(String service) {
    return table.find(service);
  }

  public List<VpcEndpoint> all() {
    return table.all();
  }
}
