// Everything that the bot needs in Azure, but for the bot itself, which is bot.bicep. See docs/deploy/azure.md.
targetScope = 'subscription'

@description('Name of this deployment: part of the names of both groups.')
@minLength(2)
@maxLength(32)
param environmentName string

@description('Region of all that has one.')
param location string

@description('The organizations file in base64. Empty: the one that the vault has stays.')
@secure()
param organizations string = ''

@description('The name by which the world reaches the bot, where it has one of its own.')
param hostName string = ''

@description('Request units a second at most; a tenth of them is paid for when nothing happens.')
@minValue(1000)
param maxThroughput int = 1000

@description('Whether each request is paid for by itself, and none while nothing happens. Not to be changed later.')
param serverless bool = false

@description('Whether a lock keeps the database and the vault from being deleted.')
param keepData bool = true

@description('Who gets a mail when something needs somebody. Empty: there are no alerts.')
param alertEmail string = ''

@description('Image of the collector that brings traces, metrics and logs to Application Insights. Empty: there is none.')
param collectorImage string = ''

var token = uniqueString(subscription().id, environmentName, location)

// What stays: without its identity a bot is another bot, and without its data an empty one.
resource kept 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}-kept'
  location: location
}

// What can be deleted and made again at any time.
resource running 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: { 'azd-env-name': environmentName }
}

module keeping 'kept.bicep' = {
  name: 'kept'
  scope: kept
  params: {
    token: token
    location: location
    organizations: organizations
    maxThroughput: maxThroughput
    serverless: serverless
    keepData: keepData
  }
}

module hosting 'running.bicep' = {
  name: 'running'
  scope: running
  params: {
    token: token
    location: location
    principalId: keeping.outputs.principalId
    alertEmail: alertEmail
    collectorImage: collectorImage
  }
}

module registration 'registration.bicep' = {
  name: 'registration'
  scope: kept
  params: {
    token: token
    identityId: keeping.outputs.identityId
    clientId: keeping.outputs.clientId
    hostName: empty(hostName) ? 'bot.${hosting.outputs.domain}' : hostName
  }
}

// azd keeps them as settings of its environment; bot.parameters.json and the package of the Teams app read them there.
output AZURE_RESOURCE_GROUP string = running.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = hosting.outputs.registry
output MicrosoftAppId string = keeping.outputs.clientId
output MicrosoftAppTenantId string = tenant().tenantId
output COSELL_IDENTITY_ID string = keeping.outputs.identityId
output COSELL_ENVIRONMENT_ID string = hosting.outputs.environmentId
output COSELL_ACTION_GROUP_ID string = hosting.outputs.actionGroupId
output COSELL_VAULT string = keeping.outputs.vault
output COSMOS_ENDPOINT string = keeping.outputs.cosmosEndpoint
output KEY_VAULT_URL string = keeping.outputs.vaultUri
output COSELL_OTLP_ENDPOINT string = hosting.outputs.otlpEndpoint
