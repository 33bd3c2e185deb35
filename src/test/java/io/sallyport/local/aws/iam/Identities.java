package io.sallyport.local.aws.iam;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Caller;
import io.sallyport.local.aws.Ids;
import io.sallyport.local.aws.Journal;
import io.sallyport.local.aws.Table;
import io.sallyport.local.aws.policy.Document;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The users, roles and access keys there are, and what the principals may do. */
public final class Identities {

  private static final String ROOT_KEY = "AKIALOCALADMINISTRAT";

  private final Table<AccessKey> keys;
  private final Table<Role> roles;
  private final Table<User> users;
  private final PrincipalPolicies policies;
  private final Clock clock;
  private final Ids ids;

  public Identities(Journal journal, Clock clock, Ids ids, Duration iamDelay) {
    this.keys = journal.table("access-key", AccessKey.class);
    this.roles = journal.table("role", Role.class);
    this.users = journal.table("user", User.class);
    this.policies = new PrincipalPolicies(journal, clock, iamDelay);
    this.clock = clock;
    this.ids = ids;
  }

  /** The administrator's key: made on the first start, the same ever after. */
  public synchronized AccessKey root() {
    return keys.find(ROOT_KEY).orElseGet(() -> keep(ROOT_KEY, Arn.iam("root")));
  }

  /** A new key of a user. */
  public AccessKey keyOf(String userArn) {
    return keep("AKIA" + ids.upper(16), userArn);
  }

  private AccessKey keep(String id, String principalArn) {
    AccessKey key =
        new AccessKey(
            id,
            ids.hex(40),
            Optional.empty(),
            principalArn,
            Optional.empty(),
            Optional.empty(),
            clock.instant());
    keys.put(id, key);
    return key;
  }

  /**
   * A session of a role without asking its trust policy: for services that act as an execution
   * role.
   */
  public AccessKey session(String roleArn, String name, Duration lasts) {
    String id = "ASIA" + ids.upper(16);
    AccessKey key =
        new AccessKey(
            id,
            ids.hex(40),
            Optional.of(ids.hex(120)),
            roleArn,
            Optional.of(name),
            Optional.of(clock.instant().plus(lasts)),
            clock.instant());
    keys.put(id, key);
    return key;
  }

  Table<Role> roles() {
    return roles;
  }

  Table<User> users() {
    return users;
  }

  PrincipalPolicies policies() {
    return policies;
  }

  public Optional<Role> roleByArn(String arn) {
    return roles.find(arn.substring(arn.lastIndexOf('/') + 1)).filter(r -> r.arn().equals(arn));
  }

  /** What holds now for a user or a role. */
  public List<Document> policiesOf(String principalArn) {
    return policies.inForce(principalArn);
  }

  public Optional<AccessKey> find(String id) {
    return keys.find(id);
  }

  public Caller caller(AccessKey key) {
    return key.caller(Arn.ACCOUNT);
  }
}
