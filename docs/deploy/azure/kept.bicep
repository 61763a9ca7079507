// What stays when everything else is deleted: the identity, the data, the secrets.
param token string
param location string
@secure()
param organizations string
param maxThroughput int
param serverless bool
param keepData bool

// Who the bot is: towards Teams, the database, the vault and the registry. There is no secret.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-${token}'
  location: location
}

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' = {
  name: 'cosmos-${token}'
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    // Two regions that both accept writes would both honour the same condition.
    enableMultipleWriteLocations: false
    capabilities: serverless ? [{ name: 'EnableServerless' }] : []
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2025-10-15' = {
  parent: account
  name: 'cosell'
  properties: { resource: { id: 'cosell' } }
}

resource documents 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2025-10-15' = {
  parent: database
  name: 'documents'
  properties: {
    resource: {
      id: 'documents'
      partitionKey: { paths: ['/partition'], kind: 'Hash', version: 2 }
      // On, without a default: a document says itself when it expires.
      defaultTtl: -1
      // Written by `npm run doctor -- --policy`; a test compares it with what the bot's queries need.
      indexingPolicy: loadJsonContent('indexing-policy.json')
    }
    options: serverless ? {} : { autoscaleSettings: { maxThroughput: maxThroughput } }
  }
}

// Cosmos DB Built-in Data Contributor: documents, and nothing of the account.
resource mayKeep 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2025-10-15' = {
  parent: account
  name: guid(account.id, identity.id, 'data')
  properties: {
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    principalId: identity.properties.principalId
    scope: account.id
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: 'kv-${token}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }
}

resource organizationsFile 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(organizations)) {
  parent: vault
  name: 'organizations'
  properties: { value: base64ToString(organizations), contentType: 'application/json' }
}

// Key Vault Secrets Officer: sign-ins to Partner Center are written there too.
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
resource mayKeepSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identity.id, secretsOfficer)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsOfficer)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource accountStays 'Microsoft.Authorization/locks@2020-05-01' = if (keepData) {
  scope: account
  name: 'stays'
  properties: { level: 'CanNotDelete', notes: 'All deals of the co-sell bot.' }
}

resource vaultStays 'Microsoft.Authorization/locks@2020-05-01' = if (keepData) {
  scope: vault
  name: 'stays'
  properties: { level: 'CanNotDelete', notes: 'Organizations and sign-ins of the co-sell bot.' }
}

output identityId string = identity.id
output clientId string = identity.properties.clientId
output principalId string = identity.properties.principalId
output cosmosEndpoint string = account.properties.documentEndpoint
output vault string = vault.name
output vaultUri string = vault.properties.vaultUri
